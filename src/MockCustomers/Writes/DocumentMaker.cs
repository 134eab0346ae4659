using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Makes documents of drafts: fields in the spec's order, and the keys by which a customer can be found.</summary>
/// <param name="customer">The schema of a customer.</param>
/// <param name="keys">The fields by which customers can be found.</param>
internal sealed class DocumentMaker(Schema customer, IReadOnlyList<string> keys)
{
    private readonly Dictionary<string, int> ranks = Ranks(customer);

    /// <summary>The schema of a customer.</summary>
    public Schema Customer => customer;

    /// <summary>What becomes of a customer.</summary>
    /// <param name="hidden">Keys that no field shows.</param>
    /// <param name="origin">What made it.</param>
    public CustomerDocument Of(Draft draft, View view, CustomerHandle old, Stratum stratum, IReadOnlyList<DocumentKey> hidden, string origin) =>
        Of(draft, view.IdOf(old), old.Number, view.CreatedOf(old), stratum, [.. hidden.Where(k => !keys.Contains(k.Field))], origin);

    /// <summary>A new customer.</summary>
    /// <param name="held">Keys that no field shows; those that fields show are added.</param>
    /// <param name="origin">What made it.</param>
    public CustomerDocument Of(Draft draft, string id, CustomerNumber number, long created, Stratum stratum, List<DocumentKey> held, string origin)
    {
        foreach (var field in keys)
            if (draft.Text(field) is { Length: > 0 } value) held.Add(new DocumentKey(field, value));
        return new CustomerDocument
        {
            Id = id,
            Number = number,
            Json = draft.Written(ranks),
            Created = created,
            Stratum = stratum.Name,
            IsOdd = !StratumMatcher.Shows(draft, stratum),
            Matures = draft.HoldsUntil,
            Origin = origin,
            Keys = [.. held],
        };
    }

    private static Dictionary<string, int> Ranks(Schema customer)
    {
        var ranks = new Dictionary<string, int>();
        foreach (var property in customer.Properties) ranks.Add(property.Name, ranks.Count);
        return ranks;
    }
}
