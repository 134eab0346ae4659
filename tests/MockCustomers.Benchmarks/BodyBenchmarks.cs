using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Validation;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>The body of a vendor's first write, read and validated; of the vendors that have one.</summary>
public class BodyBenchmarks : IDisposable
{
    private readonly JsonBuffer output = new();
    private RequestBody contract = null!;
    private Request request = null!;

    [ParamsSource(nameof(Vendors))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Vendors => Sandboxes.Names.Where(name =>
    {
        using var vendor = Sandboxes.Vendor(name);
        return vendor.Operations.Any(Writes);
    });

    [GlobalSetup]
    public void Load()
    {
        using var vendor = Sandboxes.Vendor(Name);
        var write = vendor.Operations.First(Writes);
        contract = write.Operation.Body!;
        request = new Request("POST", "/", NoHeaders.Instance, PlainJson.Bytes(vendor.Example(write).Body), output);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        output.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public JsonObject Validate() => BodyReader.Read(request, contract, Reading).Body ?? throw new InvalidOperationException("the example is not valid");

    private static readonly BodyReading Reading = new(new SchemaValidator(new Dictionary<string, Schema>(), ofRequest: true), AnyMediaType: true, StripsByteOrderMark: false);

    private static bool Writes(ServedOperation operation) => operation.Operation.Body is { Required: true };
}
