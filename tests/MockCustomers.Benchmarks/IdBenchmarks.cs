using BenchmarkDotNet.Attributes;
using MockCustomers.Customers;
using MockCustomers.Ids;

namespace MockCustomers.Benchmarks;

/// <summary>Number to id and back, in every shape.</summary>
public class IdBenchmarks
{
    private const int Count = 1_000;
    private static readonly Timeline Timeline = new(1_767_225_600_000_000, 7);
    private CustomerIds ids = null!;
    private string[] known = [];
    private int next;

    [Params("uuid", "ulid", "objectid58")]
    public string Shape { get; set; } = "uuid";

    [GlobalSetup]
    public void Load()
    {
        IIdShape shape = Shape switch
        {
            "uuid" => new UuidShape(7),
            "ulid" => new UlidShape(7, lower: true),
            _ => new ObjectId58Shape(7),
        };
        ids = new CustomerIds("cus_", Timeline, shape);
        known = [.. Enumerable.Range(0, Count).Select(number => ids.Of(number))];
    }

    [Benchmark]
    public string IdOf() => ids.Of(next++ % Count);

    [Benchmark]
    public long NumberOf() => ids.NumberOf(known[next++ % Count], Population.Largest);
}
