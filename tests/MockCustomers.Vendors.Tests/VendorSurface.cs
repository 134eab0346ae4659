using MockCustomers.Contracts;
using MockCustomers.Manifests;

namespace MockCustomers.Vendors.Tests;

/// <summary>What a vendor lets its clients read, by its manifest and its spec.</summary>
internal sealed class VendorSurface
{
    public VendorSurface(Vendor vendor)
    {
        Vendor = vendor;
        Manifest = Manifests.Of(vendor);
        Fetch = vendor.Operations.FirstOrDefault(o => o.Operation.Id == Manifest.Customer.Operation && o.ActionName == "fetch") ?? Served("fetch")!;
        List = Served("list");
    }

    public Vendor Vendor { get; }

    /// <summary>As it was read beside the vendor's spec.</summary>
    public VendorManifest Manifest { get; }

    /// <summary>The operation that gets one customer.</summary>
    public ServedOperation Fetch { get; }

    /// <summary>The operation that lists customers; null when the vendor has none.</summary>
    public ServedOperation? List { get; }

    /// <summary>How the list is cut; null when there is none.</summary>
    public PagingManifest? Paging => Mapping(List)?.Paging;

    /// <summary>Whether a client can walk through the list: some show their newest customers and no more.</summary>
    public bool HasPages => Paging is not null and not { Style: "newest" };

    /// <summary>The query parameter of the page's size; null when a client cannot choose it.</summary>
    public Parameter? Size => List?.Operation.Parameters.FirstOrDefault(p => p.Name == Paging?.Size);

    /// <summary>The field that tells when a customer was made; null when none does.</summary>
    public string? CreatedField => Manifest.Customer.Fields
        .FirstOrDefault(f => (f.Value.AsText ?? f.Value.Optional("fact")?.AsText) == "createdAt")?.Key;

    /// <summary>What clients can ask to be shown besides; null when there is nothing.</summary>
    public ExpandManifest? Expand => Mapping(Fetch)!.Expand;

    /// <summary>The operations that take a body.</summary>
    public IReadOnlyList<ServedOperation> WithBody => [.. Vendor.Operations.Where(o => o.Operation.Body is not null)];

    /// <summary>The operations that make a customer, of those whose spec shows a body for it.</summary>
    public IReadOnlyList<ServedOperation> Creates => [.. Vendor.Operations.Where(o => o.ActionName == "create" && Vendor.Example(o).Body is not null)];

    public MappingManifest? Mapping(ServedOperation? operation) =>
        Manifest.Mappings.FirstOrDefault(m => m.Operation == operation?.Operation.Id);

    private ServedOperation? Served(string action) => Vendor.Operations.FirstOrDefault(o => o.ActionName == action && o.Operation.Method == "GET");
}
