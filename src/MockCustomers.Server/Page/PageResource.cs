using MockCustomers.Exchange;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.Page;

/// <summary>The page for people: what the sandbox does, to be looked at. It holds no data: it asks the control port for them, as anybody would.</summary>
internal sealed class PageResource : IControlResource
{
    /// <summary>The path at which browsers get the page in place of "/".</summary>
    public const string Start = "/page/" + PageFiles.Start;

    /// <summary>Nothing but the page's own files and the control port: what a customer is called can be shown, and can do nothing.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Vary", "Accept"),
        new("Content-Security-Policy", Policy),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    private readonly PageFiles files = new();

    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/page/{file}", Answer) with { IsWithoutToken = true }];

    /// <summary>Whether a request for "/" wants the page rather than a line of JSON: browsers name the media type.</summary>
    public static bool IsWanted(Request request) =>
        request.Headers["Accept"] is { } accept && accept.Split(',').Any(range => range.Split(';')[0].Trim().Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private ControlAnswer Answer(ControlCall call)
    {
        var name = call.Path("file");
        if (files.Find(name) is not { } file) throw new ControlException(404, $"the page has no file '{name}'; GET / is the page, for who accepts text/html");
        return EntityTag.Answer(call, new ControlContent(file.Type, file.Bytes) { Headers = Headers });
    }
}
