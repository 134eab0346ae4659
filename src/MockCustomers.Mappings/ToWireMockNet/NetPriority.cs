using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>Which of several mappings wins.</summary>
/// <remarks>
/// In both the lower number does. WireMock's default is 5, WireMock.Net's 0. Among equals WireMock takes the one that was added last, WireMock.Net the one that asks for more. Where that matters, a sequence
/// makes them unequal: a step of 100,000 for each of WireMock's numbers, less one for each mapping that was added before.
/// </remarks>
internal static class NetPriority
{
    /// <summary>Numbers beyond it count as it.</summary>
    public const int Highest = 20_000;

    /// <summary>How many mappings of one priority can be told apart by their sequence.</summary>
    public const int Step = 100_000;

    private const string Name = "priority";
    private const int WhenAbsent = 5;

    public static void Add(JsonObject net, JsonPlace mapping, Carried carried, int? sequence)
    {
        var given = mapping.Number(Name, int.MinValue, int.MaxValue);
        var priority = (int)(given ?? WhenAbsent);
        net["Priority"] = sequence is { } before ? (Math.Clamp(priority, -Highest, Highest) * Step) - before : priority;
        if (sequence is not null) carried.Note(Name, priority);
    }

    /// <summary>Whether a mapping of WireMock.Net was converted with a sequence.</summary>
    public static bool HasSequence(JsonPlace net) => net.Optional("Data")?.Optional(Carried.Key)?.Optional(Name) is not null;

    /// <summary>The number of a mapping of WireMock.Net.</summary>
    public static long Of(JsonPlace net) => net.Number("Priority", int.MinValue, int.MaxValue) ?? 0;
}
