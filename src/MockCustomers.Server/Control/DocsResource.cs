using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server.Reference;

namespace MockCustomers.Server.Control;

/// <summary>The API reference: a page for each vendor and one for the control port, which loads nothing from other hosts and sends requests to the vendors alone.</summary>
/// <param name="pages">Makes the pages, when the first is asked for; null where this build has none.</param>
internal sealed class DocsResource(Func<IReadOnlyList<VendorHost>> hosts, Func<IReferencePages>? pages) : IControlResource
{
    private const string Script = "/docs/assets/reference.js";

    private readonly Lazy<IReferencePages>? made = pages is null ? null : new Lazy<IReferencePages>(pages);

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/docs", List) with { IsWithoutToken = true },
        ControlRoute.Get("/docs/control", OfControl) with { IsWithoutToken = true },
        ControlRoute.Get("/docs/{vendor}", OfVendor) with { IsWithoutToken = true },
        ControlRoute.Get(Script, Code) with { IsWithoutToken = true },
    ];

    private IReferencePages Pages => made?.Value ?? throw NoPages;

    private static ControlException NoPages => new(501, "this build has no API reference; the full one has it (dotnet tool install -g mockcustomers, or the image of Dockerfile), and GET /specs names the documents for any other viewer");

    private ControlAnswer List(ControlCall call)
    {
        var isForBrowser = call.Header("Accept")?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (made is null) return isForBrowser ? throw NoPages : ControlAnswer.Ok(new JsonArray());
        var pages = hosts().Select(host => (Name: host.Vendor.Title, Path: PathOf(host))).Append((Name: "The control port", Path: "/docs/control")).ToList();
        if (!isForBrowser) return ControlAnswer.Ok(new JsonArray([.. pages.Select(JsonNode (page) => new JsonObject { ["title"] = page.Name, ["path"] = page.Path })]));
        var items = pages.Select(page => $"<li><a href=\"{HtmlEncoder.Default.Encode(page.Path)}\">{HtmlEncoder.Default.Encode(page.Name)}</a></li>");
        return Page(
            "API reference",
            $"<link rel=\"stylesheet\" href=\"/page/style.css\"><header class=\"top\"><a class=\"brand\" href=\"/\"><img src=\"/page/icon.svg\" alt=\"\" width=\"28\" height=\"28\"><span>MockCustomers</span></a></header>"
            + $"<main><h1>API reference</h1><ul>{string.Concat(items)}</ul></main>",
            "");
    }

    private ControlAnswer OfVendor(ControlCall call)
    {
        if (hosts().Count == 0) throw ControlException.NotReady;
        var host = ControlQuery.Vendor(hosts(), call.Path("vendor"));
        var documents = host.Specs.Select(spec => new ReferenceDocument(TitleOf(host, spec), Path.GetFileNameWithoutExtension(spec.Name), SpecsResource.PathWithExamples(host, spec))
        {
            Credentials = SpecCredentials.Of(spec.Document(), host.Credential),
        });
        var url = SandboxServers.UrlOf(host, call.Header("Host"));
        return Reference(host.Vendor.Title, [.. documents], url.GetLeftPart(UriPartial.Authority));
    }

    private ControlAnswer OfControl(ControlCall call) => Reference("The control port", [new ReferenceDocument("The control port", "control", ControlDocumentResource.Path)], "");

    private ControlAnswer Code(ControlCall call)
    {
        KeyValuePair<string, string> varies = new("Vary", "Accept-Encoding");
        var script = Pages.Script;
        if (call.Header("Accept-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true)
            return EntityTag.Answer(call, new ControlContent("text/javascript", script) { Headers = [varies, new("Content-Encoding", "gzip")] });
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(new MemoryStream(script.ToArray()), CompressionMode.Decompress)) packed.CopyTo(unpacked);
        return EntityTag.Answer(call, new ControlContent("text/javascript", unpacked.ToArray()) { Headers = [varies] });
    }

    /// <param name="calls">The origin that the page may call besides its own; empty for none.</param>
    private ControlAnswer Reference(string title, IReadOnlyList<ReferenceDocument> documents, string calls)
    {
        var configuration = HtmlEncoder.Default.Encode(PlainJson.Text(Pages.Configuration(documents)));
        return Page(title, $"<script id=\"api-reference\" data-configuration=\"{configuration}\"></script><script src=\"{Script}\"></script>", calls);
    }

    /// <remarks>The policy is a second lock: whatever the script would like to load or tell, the browser lets it speak to the sandbox alone.</remarks>
    private static ControlAnswer Page(string title, string body, string calls)
    {
        var html = $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{HtmlEncoder.Default.Encode(title)} · MockCustomers</title><link rel=\"icon\" href=\"/page/icon.svg\" type=\"image/svg+xml\"></head><body>{body}</body></html>";
        var policy = $"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' {calls}; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        return ControlAnswer.Of(new ControlContent("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html))
        {
            Headers = [new("Content-Security-Policy", policy), new("Referrer-Policy", "no-referrer"), new("X-Content-Type-Options", "nosniff"), new("Cache-Control", "no-cache")],
        });
    }

    private static string PathOf(VendorHost host) => $"/docs/{Uri.EscapeDataString(host.Name)}";

    private static string TitleOf(VendorHost host, ServedSpec spec) =>
        host.Specs.Count == 1 ? host.Vendor.Title : $"{host.Vendor.Title}: {Path.GetFileName(spec.File)}";
}
