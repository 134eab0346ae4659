using BenchmarkDotNet.Attributes;
using MockCustomers.Customers;

namespace MockCustomers.Benchmarks;

/// <summary>One fact of one customer, with those that it is made of.</summary>
public class FactBenchmarks
{
    private CustomerContext context = null!;
    private Fact fact = null!;
    private long number;

    [Params("firstName", "name", "email", "phone", "birthDate", "streetLine", "createdAt")]
    public string Name { get; set; } = "name";

    [GlobalSetup]
    public void Load()
    {
        var population = Sandboxes.Vendor(Sandboxes.Names[0]).Customers.Population;
        context = new CustomerContext(population);
        fact = population.Facts.Find(Name)!;
    }

    [Benchmark]
    public bool Make() => context.Turn(1_000 + number++ % 10_000)[fact].Kind == FactKind.Null;
}
