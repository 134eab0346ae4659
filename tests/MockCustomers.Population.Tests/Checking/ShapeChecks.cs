using System.Text.Json;
using System.Text.RegularExpressions;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Keys and their order, forms, and the vendor's own rules.</summary>
internal sealed class ShapeChecks(Expectations expected) : ICheck
{
    private readonly Regex keys = Matcher.Pattern(
        $"^{string.Concat(expected.Keys.Select(key => key.EndsWith('?') ? $"(?:{Regex.Escape(key[..^1])},)?" : Regex.Escape(key) + ","))}$");

    public void Check(JsonElement customer, Action<string, string> wrong)
    {
        var written = string.Concat(customer.EnumerateObject().Select(property => property.Name + ","));
        if (!keys.IsMatch(written)) wrong("the keys and their order", written);
        foreach (var (path, form) in expected.Forms)
            foreach (var value in Paths.At(customer, path))
                if (value.ValueKind == JsonValueKind.String && !Matcher.Pattern(form).IsMatch(value.GetString()!)) wrong($"{path} is like {form}", value.GetString()!);
        foreach (var rule in expected.Rules)
        {
            if (rule.Each is null) Check(customer, rule, wrong);
            else foreach (var item in Paths.At(customer, rule.Each + "[]")) Check(item, rule, wrong);
        }
    }

    private static void Check(JsonElement element, Rule rule, Action<string, string> wrong)
    {
        if (Matcher.Holds(element, rule.When) && Matcher.Broken(element, rule.Then) is { } path) wrong(rule.Why, path);
    }
}
