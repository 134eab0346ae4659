using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>The success reply of an operation: status and type by the spec, body and headers by the manifest.</summary>
/// <param name="contentType">null when there is no body.</param>
internal sealed class SuccessTemplate(int status, string? contentType, BodyTemplate body, SuccessHeader[] headers)
{
    public Reply Fill(ITemplateValues values, JsonBuffer output)
    {
        if (contentType is not null) body.Write(values, output);
        if (headers.Length == 0) return new Reply(status, contentType, output.Written, []);
        var filled = new List<KeyValuePair<string, string>>(headers.Length);
        foreach (var (name, value) in headers)
        {
            var text = value.Fill(values);
            if (text.Length > 0) filled.Add(KeyValuePair.Create(name, text));
        }

        return new Reply(status, contentType, output.Written, filled);
    }
}
