using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Inside;

namespace MockCustomers.Stubs.Admin;

/// <summary>One request to WireMock.Net's administration: what may get in is handed on to it, what concerns the journal is the sandbox's.</summary>
internal sealed class AdminCall(VendorStubs stubs, Session session, Request request)
{
    private const string Root = "/__admin";
    private const string Mappings = Root + "/mappings";
    private static readonly string[] HandedOn = ["/health", "/settings", "/mappings", "/scenarios", "/files"];
    private static readonly string[] Known = ["/health", "/mappings", "/mappings/{guid}", "/mappings/reset", "/mappings/import", "/requests", "/requests/count", "/requests/find", "/requests/unmatched", "/scenarios", "/settings", "/reset", "/files/{name}"];
    private readonly string path = request.Path.TrimEnd('/').ToString();

    /// <exception cref="ControlException">It cannot be answered.</exception>
    public async ValueTask<Reply> AnswerAsync()
    {
        if (Is(Root + "/requests") || IsBelow(Root + "/requests")) return await new JournalAdmin(stubs, session, request).AnswerAsync(path);
        if (Is(Root + "/reset", "POST")) return await ResetAllAsync();
        if (Is(Root + "/settings", "POST") || Is(Root + "/settings", "PUT")) return await HandOnAsync(new SettingsReader(stubs).Read(request.Body));
        if (Is(Mappings + "/save") || IsBelow(Root + "/files") && request.Method is not ("GET" or "HEAD")) throw new ControlException(403, "the sandbox writes no files; GET /__admin/mappings shows the mappings, --stubs reads them");
        if (Is(Mappings + "/reset", "POST")) return await ResetAsync();
        if (Is(Mappings + "/reloadStaticMappings", "POST")) return await ReloadAsync("Static Mappings reloaded");
        if (IsPost || IsPut) return await AddAsync();
        if (IsHandedOn) return await HandOnAsync(request.Body);
        throw NotFound();
    }

    private bool IsImport => Is(Mappings + "/import", "POST");

    private bool IsPost => IsImport || Is(Mappings, "POST") || Is(Mappings + "/wiremock.org", "POST");

    private bool IsPut => request.Method == "PUT" && IsBelow(Mappings) && Guid.TryParse(path[(Mappings.Length + 1)..], out _);

    private bool IsHandedOn => Array.Exists(HandedOn, part => Is(Root + part) || IsBelow(Root + part));

    private async ValueTask<Reply> ResetAllAsync()
    {
        var reply = await ResetAsync();
        new JournalAdmin(stubs, session, request).Clear();
        return reply;
    }

    private async ValueTask<Reply> ResetAsync()
    {
        var reply = await HandOnAsync("POST", Mappings + "/reset", default);
        stubs.PartOf(session).Forget();
        var reloads = QueryFlag("reloadStaticMappings");
        return reloads ? await ReloadAsync("Mappings reset and static mappings reloaded") : reply;
    }

    /// <summary>Reads the vendor's files again and lays their stubs among the session's.</summary>
    private ValueTask<Reply> ReloadAsync(string done)
    {
        stubs.ServerOf(session);
        stubs.PartOf(session).Use(stubs.Files?.Mappings ?? []);
        return ValueTask.FromResult(Said(done));
    }

    private async ValueTask<Reply> AddAsync()
    {
        if (request.Body.IsEmpty) throw new ControlException(400, "the body is missing; mappings in JSON");
        var addition = new StubAddition(stubs, session, request.Body, IsPut ? Guid.Parse(path[(Mappings.Length + 1)..]) : null, IsImport);
        var reply = addition.IsEmpty ? Said("nothing was to be added") : await HandOnAsync(request.Method, IsPost ? Mappings : path, System.Text.Encoding.UTF8.GetBytes(addition.Body.ToJsonString()));
        addition.Taken(request.Body.Length);
        return IsImport ? reply with { Status = 200 } : reply;
    }

    private Reply Said(string status) => ControlReply.Of(ControlAnswer.Ok(new JsonObject { ["Status"] = status }), request);

    private ValueTask<Reply> HandOnAsync(ReadOnlyMemory<byte> body) => HandOnAsync(request.Method, request.Target, body);

    private async ValueTask<Reply> HandOnAsync(string method, string target, ReadOnlyMemory<byte> body)
    {
        var call = new StubCall(null, stubs.PartOf(session).Scenarios);
        var answer = await stubs.ServerOf(session).AdministerAsync(method, target, body, call);
        if (call.Matched is null) throw NotFound();
        // What fails in there fails of what was sent: it is no failure of the sandbox.
        if (answer.Status is 400 or >= 500) throw new ControlException(400, $"WireMock.Net does not take it: {Reason(call, answer)}");
        return StubReply.Plain(answer);
    }

    private ControlException NotFound() =>
        new(404, $"there is nothing at {request.Method} {path}; {Nearest.Remedy(path, [.. Known.Select(known => Root + known)])}");

    private static string Reason(StubCall call, InnerReply answer)
    {
        var text = System.Text.Encoding.UTF8.GetString(answer.Body.Span);
        try
        {
            text = JsonNode.Parse(text)?["Status"]?.GetValue<string>() ?? text;
        }
        catch (System.Text.Json.JsonException)
        {
            // It is no JSON: told as it stands.
        }

        return (text.Length > 0 ? text : call.Failure ?? "it says no more").Split('\n')[0].TrimEnd();
    }

    private bool QueryFlag(string name) => Validation.QueryString.Parse(request.Query).Exists(pair => pair.Name == name && pair.Value.Equals("true", StringComparison.OrdinalIgnoreCase));

    private bool Is(string other, string? method = null) => path == other && (method is null || request.Method == method);

    private bool IsBelow(string other) => path.StartsWith(other + "/", StringComparison.Ordinal);
}
