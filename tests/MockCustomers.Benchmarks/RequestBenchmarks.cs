using BenchmarkDotNet.Attributes;
using MockCustomers.Auth;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>The stations of a request for one customer, and all of them together.</summary>
public class RequestBenchmarks : IDisposable
{
    private readonly JsonBuffer output = new();
    private Vendor vendor = null!;
    private Pipeline pipeline = null!;
    private Router router = null!;
    private RequestJournal journal = null!;
    private SessionBook sessions = null!;
    private long started;
    private ServedOperation fetch = null!;
    private Request request = null!;

    [ParamsSource(nameof(Vendors))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Vendors => Sandboxes.Names;

    [GlobalSetup]
    public void Load()
    {
        vendor = Sandboxes.Vendor(Name);
        pipeline = new Pipeline(vendor);
        router = new Router(vendor.Operations, TrailingSlash.Refuse);
        journal = new RequestJournal(1_000);
        sessions = Sandboxes.Sessions(vendor);
        started = TimeProvider.System.GetTimestamp();
        fetch = vendor.Operations.First(operation => operation.ActionName == "fetch");
        request = new Request("GET", vendor.Example(fetch).Target, new Headers(vendor.Authenticator), default, output);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        vendor.Dispose();
        output.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public bool Route() => router.Match(request.Method, request.Path).Operation is not null;

    [Benchmark]
    public bool Authenticate() => vendor.Authenticator.Admit(request.Headers).Fault is null;

    [Benchmark]
    public bool ValidateParameters() => fetch.Validator.Read(request, router.Match(request.Method, request.Path).Values, []) is not null;

    [Benchmark]
    public void Journal() => journal.Add(new JournalEntry
    {
        Vendor = vendor.Name,
        Session = "",
        At = TimeProvider.System.GetUtcNow(),
        SandboxTime = 0,
        Method = request.Method,
        Target = request.Target,
        Headers = request.Headers.Without(""),
        Body = default,
        Status = 200,
        Operation = fetch.Operation.Id,
        Elapsed = TimeProvider.System.GetElapsedTime(started),
    });

    [Benchmark]
    public int Answer()
    {
        output.Clear();
        var answer = pipeline.AnswerAsync(request, sessions);
        return answer.IsCompletedSuccessfully ? answer.Result.Status : 0;
    }

    private sealed class Headers(IAuthenticator authenticator) : IRequestHeaders
    {
        private readonly string credential = authenticator.Sample;

        public string? this[string name] => string.Equals(name, authenticator.Header, StringComparison.OrdinalIgnoreCase) ? credential : null;

        public IEnumerable<KeyValuePair<string, string>> All => [KeyValuePair.Create(authenticator.Header, credential)];

        public IReadOnlyList<KeyValuePair<string, string>> Without(string secret) => [];
    }
}
