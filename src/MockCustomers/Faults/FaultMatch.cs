namespace MockCustomers.Faults;

/// <summary>Which calls a fault is for; null anywhere for all.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Decoded; * stands for any characters, slashes among them.</param>
/// <param name="Customer">The id of the customer that the path names.</param>
internal sealed record FaultMatch(
    string? Vendor = null, string? Operation = null, string? Session = null, string? Method = null, string? Path = null, string? Customer = null)
{
    internal bool Covers(in FaultQuery call) =>
        IsSame(Vendor, call.Vendor)
        && IsSame(Operation, call.Operation)
        && IsSame(Session, call.Session)
        && IsSame(Method, call.Method)
        && IsSame(Customer, call.Customer)
        && (Path is null || Wildcards.Match(Path, call.Path.Contains('%') ? Uri.UnescapeDataString(call.Path.ToString()) : call.Path));

    private static bool IsSame(string? wanted, string? found) => wanted is null || wanted == found;
}
