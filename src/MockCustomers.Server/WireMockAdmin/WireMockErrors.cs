using System.Text.Json.Nodes;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Refusals in WireMock's shape.</summary>
internal static class WireMockErrors
{
    /// <summary>WireMock's number for every mistake of whoever asks.</summary>
    private const int Code = 10;

    /// <summary>A mistake in a body is 422, whatever else is wrong keeps its status.</summary>
    public static ControlAnswer Of(ControlException refused)
    {
        if (refused.Mistakes.Count == 0) return new ControlAnswer(refused.Status, Body(Error(null, refused.Message, refused.Message)));
        return new ControlAnswer(422, Body([.. refused.Mistakes.Select(mistake => Error(mistake.Pointer, mistake.Problem, $"{mistake.Problem}; {mistake.Remedy}"))]));
    }

    private static JsonObject Body(params JsonNode[] errors) => new() { ["errors"] = new JsonArray([.. errors]) };

    private static JsonNode Error(string? pointer, string title, string detail)
    {
        var error = new JsonObject { ["code"] = Code };
        if (pointer is not null) error["source"] = new JsonObject { ["pointer"] = pointer };
        error["title"] = title;
        error["detail"] = detail;
        return error;
    }
}
