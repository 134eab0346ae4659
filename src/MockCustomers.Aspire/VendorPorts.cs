namespace MockCustomers.Aspire;

/// <summary>The ports of the vendors that ship, counted from the control port, as their manifests have them.</summary>
internal static partial class VendorPorts
{
    /// <summary>The names of the vendors that ship.</summary>
    public static IReadOnlyList<string> Names => [.. Ports.Select(port => port.Vendor)];

    /// <summary>A vendor's port; null when no vendor of that name ships.</summary>
    public static int? Of(string vendor) => Array.Find(Ports, port => port.Vendor == vendor) is (not null, var port) ? port : null;
}
