using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>An operation that gets one customer, asked for each of them: by the id, or by another field that its path names.</summary>
internal sealed class FetchedCustomers(RecordedVendor vendor, ServedOperation operation)
{
    /// <summary>Whether its path names the customer, and nothing else.</summary>
    public bool IsByPath => operation.Operation.Method == "GET" && operation.Template.Parameters.Length == 1 && Field is not null;

    /// <summary>Whether it is the id that names the customer.</summary>
    public bool IsById => Field == vendor.Vendor.IdField;

    /// <summary>The field whose value stands in the path; null where it is not known.</summary>
    private string? Field => operation.Template.Parameters is not [var parameter] ? null
        : parameter == operation.IdParameter ? vendor.Vendor.IdField
        : operation.Example.Target.Keys.FirstOrDefault(key => key.Key == parameter).Value;

    /// <summary>The exchanges that end well, a customer each.</summary>
    public async Task<IReadOnlyList<RecordedExchange>> RecordAsync()
    {
        var found = new List<RecordedExchange>();
        await foreach (var (_, _, exchange) in AskAsync()) found.Add(exchange);
        return found;
    }

    /// <summary>Asks for each customer; those that it does not show, and those that lack the field, are left out.</summary>
    /// <returns>The place of the customer among all, the value by which it was asked for, and the exchange.</returns>
    public async IAsyncEnumerable<(int Place, string Value, RecordedExchange Exchange)> AskAsync()
    {
        if (!IsByPath) yield break;
        var everybody = vendor.View.Everybody;
        for (var place = 0; place < everybody.Count; place++)
        {
            if (ValueOf(vendor.View, everybody[place]) is not { Length: > 0 } value) continue;
            var exchange = await vendor.AskAsync(operation, operation.Template.Fill(_ => value));
            if (exchange.Reply.Status < 300) yield return (place, value, exchange);
        }
    }

    private string? ValueOf(View view, CustomerHandle customer) => IsById ? view.IdOf(customer) : FieldPath.Text(view.Read(customer), Field!);
}
