using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>What every front end has to cope with: nobody has the id, and nobody is let in without a credential.</summary>
internal static class RecordedRefusals
{
    /// <summary>More customers than are ever exported: the last of them is not among those.</summary>
    private const long Elsewhere = 1_000_000;

    /// <summary>A request for a customer who is not there, and one without a credential, to the operation that gets a customer by its id; empty where none does.</summary>
    public static async Task<IReadOnlyList<(string Why, RecordedExchange Exchange)>> RecordAsync(Vendor vendor)
    {
        if (Getting(vendor) is not { } operation) return [];
        using var recorded = new RecordedVendor(vendor);
        var (here, nobody) = (operation.Template.Fill(_ => FirstId(vendor) ?? StrangeId(vendor)), operation.Template.Fill(_ => StrangeId(vendor)));
        return [("nobody has the id", await recorded.AskAsync(operation, nobody)), ("no credential", await recorded.AskAsync(operation, here, isKnown: false))];
    }

    /// <summary>The operation that gets a customer by its id alone; null where none does.</summary>
    public static ServedOperation? Getting(Vendor vendor) => vendor.Operations.FirstOrDefault(served =>
        served is { ActionName: "fetch", IdParameter: not null } && served.Operation.Method == "GET" && served.Template.Parameters.Length == 1);

    /// <summary>An id in the vendor's form that none of the exported customers has.</summary>
    public static string StrangeId(Vendor vendor)
    {
        View others = vendor.RendererFor(new PopulationChoice(null, Elsewhere, null)).Beginning;
        return others.Ids.Of(Elsewhere - 1 - others.Examples);
    }

    private static string? FirstId(Vendor vendor) => vendor.Customers.Count == 0 ? null : vendor.Customers.IdOf(vendor.Customers.Everybody[0]);
}
