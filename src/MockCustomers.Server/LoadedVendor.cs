using MockCustomers.Building;
using MockCustomers.Server.Reference;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A vendor as it was read from its files.</summary>
/// <param name="Source">Its manifest.</param>
/// <param name="Offset">From the port base.</param>
/// <param name="Files">Every file that it was made of.</param>
internal sealed record LoadedVendor(Vendor Vendor, VendorSource Source, int Offset, SourceFiles Files)
{
    /// <summary>Its specs as they were read: the one that the manifest names, and those beside it.</summary>
    public required IReadOnlyList<ServedSpec> Specs { get; init; }
}
