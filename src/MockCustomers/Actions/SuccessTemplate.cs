using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>The success reply of an operation: status and type by the spec, body and headers by the manifest.</summary>
internal sealed class SuccessTemplate
{
    private readonly int status;
    private readonly string? contentType;
    private readonly BodyTemplate body;
    private readonly (string Name, TextTemplate Value)[] headers;

    /// <param name="standard">The placeholder that is the body where the manifest has no template.</param>
    public SuccessTemplate(int status, string? contentType, MappingManifest mapping, string standard, IReadOnlyCollection<string> known)
    {
        this.status = status;
        this.contentType = contentType;
        body = BodyTemplate.Compile(mapping.Body ?? standard, mapping.Node, known);
        headers = [.. mapping.Headers.Select(h => (h.Key, new TextTemplate(h.Value)))];
        foreach (var (_, value) in headers) BodyTemplate.Check(value, mapping.Node, known);
    }

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
