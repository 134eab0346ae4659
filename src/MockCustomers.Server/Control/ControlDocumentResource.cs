using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.OpenApi;

namespace MockCustomers.Server.Control;

/// <summary>The control port's own OpenAPI document.</summary>
/// <param name="url">The control port's.</param>
internal sealed class ControlDocumentResource(Func<string> url) : IControlResource
{
    public const string Path = "/openapi.json";
    private const string Embedded = "MockCustomers.Server.Control.openapi.yaml";

    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get(Path, Tell) with { IsWithoutToken = true }];

    /// <summary>The document as it is written, the place of the servers empty.</summary>
    public static JsonObject Document()
    {
        using var stream = typeof(ControlDocumentResource).Assembly.GetManifestResourceStream(Embedded)!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        var mistakes = new DiagnosticBag();
        var document = DocumentReader.Read(Embedded, text, mistakes);
        mistakes.ThrowIfAny();
        return (JsonObject)document!;
    }

    private ControlAnswer Tell(ControlCall call)
    {
        var document = Document();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = Seen(call.Header("Host")), ["description"] = "This sandbox" });
        return EntityTag.Answer(call, new ControlContent("application/json", PlainJson.Bytes(document)));
    }

    /// <summary>The control port under the name and port by which it was asked: there is nothing between, or it maps all of it.</summary>
    private string Seen(string? asked) => asked is { Length: > 0 } ? $"{new Uri(url()).Scheme}://{asked}" : url();
}
