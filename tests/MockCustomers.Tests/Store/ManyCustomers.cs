using System.Text;
using MockCustomers.Customers;
using MockCustomers.Ids;
using MockCustomers.Plans;
using MockCustomers.Store;

namespace MockCustomers.Tests.Store;

/// <summary>A store whose customers are nothing but an id, with documented examples of given times among them.</summary>
internal static class ManyCustomers
{
    public const long Epoch = 1_767_225_600_000_000;

    public static readonly Stratum[] Strata =
    [
        new(0, new Kind("individual", Subject.Person), new State("active"), 600),
        new(1, new Kind("individual", Subject.Person), new State("closed"), 250),
        new(2, new Kind("company", Subject.Company), new State("active"), 150),
    ];

    /// <param name="examples">Creation time and stratum of each.</param>
    public static Renderer Renderer(long size, params IEnumerable<(long Created, Stratum Stratum)> examples)
    {
        var population = new Population(new Seed("7"), "acme", size, Epoch, EngineFacts.Make(), seed => new Strata(seed, Strata));
        var ids = new CustomerIds("", population.Timeline, new UuidShape(population.Seed));
        var origin = new PlanOrigin("", "");
        var plan = new ObjectNode([new PlanProperty("id", new IdNode(ids, origin))], origin);
        return new Renderer(population, ids, [.. Strata.Select(_ => plan)], new FactFields([.. Strata.Select(_ => plan)]), [.. examples.Select(Document)], cacheMegabytes: 1);
    }

    private static CustomerDocument Document((long Created, Stratum Stratum) example, int i) => new()
    {
        Id = $"example-{i}",
        Number = CustomerNumber.OfExample(i),
        Json = Encoding.UTF8.GetBytes($$"""{"id":"example-{{i}}"}"""),
        Created = example.Created,
        Stratum = example.Stratum.Name,
        Origin = "examples.json#/0",
    };
}
