using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;

namespace MockCustomers.Server.Control;

/// <summary>A request to the control port, on its way to the route that answers it.</summary>
/// <param name="route">The route that it matches.</param>
/// <param name="values">The decoded values of the path's parameters, in their order.</param>
internal sealed class ControlCall(Request request, ControlRoute route, string[] values)
{
    private ControlQuery? query;

    public ControlQuery Query => query ??= ControlQuery.Of(request);

    public bool HasBody => !request.Body.IsEmpty || request.IsBodyTooLarge;

    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name) => request.Headers[name];

    /// <summary>The value of a parameter of the path.</summary>
    public string Path(string name) => values[Array.IndexOf(route.Path.Parameters, name)];

    /// <summary>What the body says.</summary>
    /// <param name="example">A body that would be right.</param>
    /// <param name="read">Reads the body and reports all that is wrong with it.</param>
    /// <exception cref="ControlException">The body is missing, too large, no JSON, or something is wrong with it.</exception>
    public T Read<T>(string example, Func<JsonPlace, T> read)
    {
        var mistakes = new DiagnosticBag();
        var meaning = read(new JsonPlace(Json(example), "", "", mistakes));
        return mistakes.IsEmpty ? meaning : throw new ControlException(mistakes.Found);
    }

    private JsonNode? Json(string example)
    {
        if (request.IsBodyTooLarge) throw new ControlException(413, $"the body is too large; at most {BodyLimit.Largest} bytes");
        if (request.Body.IsEmpty) throw new ControlException(400, $"the body is missing; such as {example}");
        try
        {
            return StrictJson.Parse(request.Body.Span);
        }
        catch (JsonException broken)
        {
            throw new ControlException(400, $"the body cannot be read as JSON ({broken.Message}); such as {example}");
        }
    }
}
