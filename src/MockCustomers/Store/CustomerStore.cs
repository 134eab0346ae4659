using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>A vendor's customers: the population, and the documented examples laid over it.</summary>
/// <remarks>
/// The examples count among the customers: they take the place of as many of the oldest numbers, and stand in the list where
/// their creation times put them. A population of nobody has no examples either.
/// </remarks>
public sealed class CustomerStore : IDisposable
{
    private readonly Population population;
    private readonly CustomerIds ids;
    private readonly ObjectNode[] plans;
    private readonly CustomerDocument[] documents;
    private readonly long[] positions;
    private readonly Dictionary<string, CustomerDocument>.AlternateLookup<ReadOnlySpan<char>> documentsById;
    private readonly ThreadLocal<Draw> draws;
    private readonly long generated;

    /// <param name="plans">How the customers of each stratum are written, by the stratum's index.</param>
    internal CustomerStore(
        Population population, CustomerIds ids, IReadOnlyList<ObjectNode> plans, IEnumerable<CustomerDocument> documents)
    {
        this.population = population;
        this.ids = ids;
        this.plans = [.. plans];
        this.documents = [.. documents.OrderByDescending(d => d.Created).Take((int)Math.Min(population.Size, int.MaxValue))];
        generated = population.Size - this.documents.Length;
        positions = [.. this.documents.Select((d, i) => i + population.Timeline.CountAfter(d.Created, generated))];
        documentsById = this.documents.ToDictionary(d => d.Id).GetAlternateLookup<ReadOnlySpan<char>>();
        draws = new ThreadLocal<Draw>(() => new Draw(population));
    }

    /// <summary>How many customers there are, documented examples included.</summary>
    public long Count => population.Size;

    /// <summary>How many of them are made from their numbers: 0 to this - 1.</summary>
    public long Generated => generated;

    public Population Population => population;

    public CustomerIds Ids => ids;

    /// <summary>The customer of that id; null when it is nobody's.</summary>
    public CustomerHandle? Find(ReadOnlySpan<char> id)
    {
        if (documentsById.TryGetValue(id, out var document)) return new CustomerHandle(-1, document);
        var number = ids.NumberOf(id, generated);
        return number < 0 ? null : new CustomerHandle(number, null);
    }

    public string IdOf(CustomerHandle customer) => customer.Document?.Id ?? ids.Of(customer.Number);

    public Stratum StratumOf(CustomerHandle customer) => customer.Document?.Stratum ?? population.Strata.Of(customer.Number);

    /// <summary>Some strata of the store as a list.</summary>
    public CustomerList List(Func<Stratum, bool> belongs) => new(population.Strata.Select(belongs), documents, positions, generated);

    /// <summary>Writes a customer as it is served.</summary>
    /// <param name="expanded">The fields that were asked for beside those that everybody gets.</param>
    public void Write(CustomerHandle customer, IReadOnlyCollection<string> expanded, JsonBuffer json)
    {
        if (customer.Document is { } document)
        {
            json.Raw(document.Json.Span);
            return;
        }

        var draw = draws.Value!.Turn(customer.Number);
        draw.Expanded = expanded;
        plans[draw.Stratum.Index].Write(draw, json);
    }

    /// <summary>What made each field of a customer, in the order on the wire.</summary>
    public IReadOnlyList<FieldOrigin> Explain(CustomerHandle customer)
    {
        if (customer.Document is { } document) return DocumentOrigins.Of(document);
        var draw = new Draw(population).Turn(customer.Number);
        return PlanOrigins.Of(plans[draw.Stratum.Index], draw);
    }

    public void Dispose() => draws.Dispose();
}
