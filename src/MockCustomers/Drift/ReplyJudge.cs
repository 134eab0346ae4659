using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Validation;

namespace MockCustomers.Drift;

/// <summary>Judges a reply of a vendor's own API by the spec: status, media type, and every field of the body.</summary>
internal static class ReplyJudge
{
    private const string Body = "body";

    /// <summary>Status first, then media type or body; each difference once.</summary>
    public static IReadOnlyList<Difference> Judge(Operation operation, ReceivedReply reply)
    {
        if (Described(operation, reply.Status) is not { } response)
            return [new Difference("status", $"one of {string.Join(", ", operation.Responses.Select(described => described.Status))}", $"{reply.Status}")];
        var found = new List<Difference>();
        if (response.MediaType?.Split(';')[0].Trim() is { } media && !media.Equals(reply.MediaType, StringComparison.OrdinalIgnoreCase))
            found.Add(new Difference("header/Content-Type", media, reply.MediaType ?? ""));
        else if (response.Schema is { } schema)
            JudgeBody(reply, schema, found);
        return [.. found.Distinct()];
    }

    /// <summary>The headers and fields that the spec describes and none of some replies has: they may be optional.</summary>
    public static IEnumerable<string> Unseen(Operation operation, IReadOnlyCollection<ReceivedReply> replies)
    {
        var seen = new HashSet<string>();
        var described = new List<string>();
        foreach (var reply in replies)
        {
            if (Described(operation, reply.Status) is not { } response) continue;
            described.AddRange(response.Headers.Select(name => $"header/{name.ToLowerInvariant()}"));
            seen.UnionWith(reply.Headers.Select(name => $"header/{name.ToLowerInvariant()}"));
            if (response.Schema is not { } schema || reply.Json is not { } body) continue;
            FieldPlaces.Describe(schema, Body, described);
            FieldPlaces.Collect(body, Body, seen);
        }

        var unseen = described.Distinct().Where(place => !seen.Contains(place)).ToHashSet();
        // What is within a field that is not there is not there either.
        return unseen.Where(place => !unseen.Any(other => place.StartsWith(other + "/", StringComparison.Ordinal)));
    }

    private static Response? Described(Operation operation, int status) =>
        operation.Responses.FirstOrDefault(response => response.Status == status) ?? operation.Responses.FirstOrDefault(response => response.Status == 0);

    private static void JudgeBody(ReceivedReply reply, Schema schema, List<Difference> found)
    {
        if (!reply.IsJson)
        {
            found.Add(new Difference(Body, "JSON", "text that is not JSON"));
            return;
        }

        var violations = new List<Violation>();
        SchemaValidator.Check(reply.Json, schema, "", "", violations);
        found.AddRange(violations.Where(violation => violation.Rule != "additionalProperties").Select(Of));
        FieldPlaces.Unknown(reply.Json, schema, Body, found);
    }

    private static Difference Of(Violation violation)
    {
        var seen = violation.Rule switch
        {
            "type" => violation.Received,
            "enum" => RefusalReason.Seen(violation) ?? "",
            _ => "",
        };
        return new Difference(Body + violation.Place, RefusalReason.Expected(violation), seen);
    }
}
