using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Server;

/// <summary>What became of changed files.</summary>
public sealed record ReloadReport
{
    /// <summary>When they were read, by the machine's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The vendors that are served as their files are now.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The vendors that are new, and listen.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>The vendors that are no longer there, and listen no longer.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>The vendors over which other stubs of files are laid now.</summary>
    public IReadOnlyList<string> Stubs { get; init; } = [];

    /// <summary>What clients wrote and what fits no longer: it is gone.</summary>
    public IReadOnlyList<(string Vendor, string Session, LostWrite Write)> Lost { get; init; } = [];

    /// <summary>Why the files are not served: everything that is wrong with them. Empty when they are; else what was served before goes on.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether the files were good.</summary>
    public bool IsGood => Diagnostics.Count == 0;

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => IsGood && Changed.Count + Added.Count + Removed.Count + Stubs.Count == 0;

    /// <summary>The report as the control port and the log show it.</summary>
    public JsonObject ToJson() => new()
    {
        ["status"] = IsGood ? "served" : "refused",
        ["at"] = Timestamp.Shown(At),
        ["changed"] = new JsonArray([.. Changed.Select(name => (JsonNode)name)]),
        ["added"] = new JsonArray([.. Added.Select(name => (JsonNode)name)]),
        ["removed"] = new JsonArray([.. Removed.Select(name => (JsonNode)name)]),
        ["stubs"] = new JsonArray([.. Stubs.Select(name => (JsonNode)name)]),
        ["lost"] = new JsonArray([.. Lost.Select(JsonNode (lost) => new JsonObject
        {
            ["vendor"] = lost.Vendor,
            ["session"] = lost.Session,
            ["id"] = lost.Write.Id,
            ["reason"] = lost.Write.Reason,
        })]),
        ["diagnostics"] = new JsonArray([.. Diagnostics.Select(JsonNode (wrong) => new JsonObject
        {
            ["file"] = wrong.File,
            ["pointer"] = wrong.Pointer,
            ["problem"] = wrong.Problem,
            ["remedy"] = wrong.Remedy,
        })]),
    };
}
