namespace MockCustomers.Faults;

/// <summary>How users write the ways in which connections break.</summary>
internal static class TransportNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TransportFault>().Select(Of)];

    public static TransportFault Of(string name) => Enum.GetValues<TransportFault>().First(fault => Of(fault) == name);

    public static string Of(TransportFault fault) => fault.ToString().ToLowerInvariant();
}
