using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Validation;

namespace MockCustomers.Actions;

/// <summary>The simple properties of a body as parameters, for pagers; those that it lacks are the query's.</summary>
internal static class BodyValues
{
    public static ParameterValues Of(Call call)
    {
        var values = new ParameterValues(call.Body?.Count ?? 0);
        foreach (var (name, value) in call.Body ?? [])
        {
            if (value is not JsonValue simple) continue;
            var text = simple.GetValueKind() == JsonValueKind.String ? simple.GetValue<string>() : simple.ToJsonString();
            values.Add(name, text, long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);
        }

        return values;
    }
}
