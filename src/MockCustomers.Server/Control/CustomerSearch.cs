using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>Finds customers by an id or an e-mail address, without looking through the population.</summary>
internal static class CustomerSearch
{
    /// <summary>The customers that have it as their id or their e-mail address; seldom more than one.</summary>
    /// <param name="text">Whole; of an address case does not matter.</param>
    public static IReadOnlyList<CustomerHandle> Find(View view, string text)
    {
        text = text.Trim();
        var found = new Dictionary<string, CustomerHandle>();
        if (view.Find(text) is { } named) found.TryAdd(view.IdOf(named), named);
        if (!text.Contains('@', StringComparison.Ordinal)) return [.. found.Values];
        var fields = view.Strata.All.Select(stratum => CustomerCard.EmailField(view, stratum)).OfType<string>().Distinct().ToList();
        foreach (var customer in Written(view, fields, text).Concat(fields.SelectMany(field => Spellings(text).SelectMany(address => view.FindBy(field, address)))))
            found.TryAdd(view.IdOf(customer), customer);
        return [.. found.Values];
    }

    private static IEnumerable<string> Spellings(string text) => new[] { text, text.ToLowerInvariant() }.Distinct();

    /// <summary>Documents, whose fields hold whatever a client wrote.</summary>
    private static IEnumerable<CustomerHandle> Written(View view, List<string> fields, string text) => view.Snapshot.ById.Values
        .Where(document => !document.IsGone && document.Json.Span.Contains((byte)'@'))
        .Select(document => new CustomerHandle(document))
        .Where(customer => view.Read(customer) is var shown && fields.Exists(field => text.Equals(FieldPath.Text(shown, field), StringComparison.OrdinalIgnoreCase)));
}
