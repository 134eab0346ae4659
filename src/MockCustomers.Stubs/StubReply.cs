using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Stubs.Inside;

namespace MockCustomers.Stubs;

/// <summary>What a stub answered, as a reply.</summary>
internal static class StubReply
{
    /// <summary>Headers that the server writes itself.</summary>
    private static readonly HashSet<string> Own = new(["Date", "Content-Length", "Content-Type", "Transfer-Encoding", "Connection"], StringComparer.OrdinalIgnoreCase);

    private const string OriginHeader = "Access-Control-Allow-Origin";

    public static Reply Of(InnerReply answer, StubCall call, Request request)
    {
        if (call.Failure is { } failure) return Failed(call, failure, request);
        return answer.Status is < 200 or > 599 ? Failed(call, $"its status is {answer.Status}", request) : Plain(answer);
    }

    /// <summary>An answer as it is.</summary>
    public static Reply Plain(InnerReply answer)
    {
        var headers = answer.Headers.Where(header => !Own.Contains(header.Key)).SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))).ToList();
        return new Reply(answer.Status, answer.Headers.ContentType.ToString() is { Length: > 0 } type ? type : null, answer.Body, headers)
        {
            IsForBrowser = headers.Exists(header => header.Key.Equals(OriginHeader, StringComparison.OrdinalIgnoreCase)),
        };
    }

    /// <summary>The answer when the sandbox stops before a stub has answered.</summary>
    public static Reply Stopped(Request request) => ControlReply.Of(new ControlAnswer(503, new JsonObject { ["error"] = "the sandbox stops, and the stub that was asked has not answered yet" }), request);

    /// <summary>The answer of a stub that could not answer: which one, and why.</summary>
    private static Reply Failed(StubCall call, string why, Request request)
    {
        var name = call.Title is { } title ? $"{call.Matched} '{title}'" : call.Matched.ToString();
        return ControlReply.Of(new ControlAnswer(500, new JsonObject { ["error"] = $"the stub {name} failed: {FirstLine(why)}", ["stub"] = call.Matched.ToString() }), request);
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
