using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests.Moving;

/// <summary>The legal moves of a vendor as its manifest's text has them, read without the engine.</summary>
internal sealed class LegalWays
{
    private readonly HashSet<(string From, string To)> moves = [];

    private LegalWays(JsonObject? lifecycle)
    {
        First = (string?)lifecycle?["first"];
        foreach (var move in lifecycle?["moves"]?.AsArray() ?? [])
            foreach (var from in move!["from"]!.AsArray()) moves.Add(((string)from!, (string)move["to"]!));
    }

    /// <summary>The state in which every customer begins; null when the vendor's customers stand still.</summary>
    public string? First { get; }

    public int Count => moves.Count;

    public static LegalWays Of(string vendor) =>
        new(YamlFile.Read<JsonObject>(RepositoryFiles.PathOf("specs", vendor), "vendor.yaml")["customer"]!["lifecycle"] as JsonObject);

    public bool Allows(string from, string to) => moves.Contains((from, to));

    /// <summary>Whether legal moves, one or more, lead from one state to another.</summary>
    public bool Lead(string from, string to)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var state))
            foreach (var (_, next) in moves.Where(move => move.From == state))
                if (reached.Add(next)) open.Enqueue(next);
        return reached.Contains(to);
    }
}
