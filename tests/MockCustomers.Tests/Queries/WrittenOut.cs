using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Ids;
using MockCustomers.Plans;
using MockCustomers.Queries;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Tests.Store;

namespace MockCustomers.Tests.Queries;

/// <summary>A store, and beside it the plain list of everybody that it stands for: written out, kept in order by hand.</summary>
internal sealed class WrittenOut : IDisposable
{
    /// <summary>What a vendor's manifest would tell of these customers.</summary>
    public static readonly CustomerFields Fields = new("id", "created_at", 1000, ["email"], [.. ManyCustomers.Strata.Select(stratum =>
        new Dictionary<string, string> { [CustomerFields.State] = stratum.State.Name, ["status"] = stratum.State.Name, ["type"] = stratum.Kind.Name })]);

    /// <summary>A list that each customer shows, by the index of the stratum.</summary>
    private static readonly string[] Marks = ["""[{"kind":"gold"},{"kind":"blue"}]""", "[]", """[{"kind":"blue"},"loose",{"kind":null}]"""];

    private readonly List<Person> everybody;
    private readonly Renderer renderer;
    private readonly VendorSession session;
    private int emails;

    /// <param name="examples">Creation times, in microseconds after the epoch, and strata of the documented examples.</param>
    public WrittenOut(long size, params IEnumerable<(long After, int Stratum)> examples)
    {
        var given = examples.Select((e, i) => new Person($"example-{i}", ManyCustomers.Strata[e.Stratum], ManyCustomers.Epoch + e.After, $"e{i}@example.org")).ToList();
        renderer = Made(size, given);
        session = new SessionBook(new SessionOptions(), ManyCustomers.Epoch, []).Default.Of(new Acme(renderer));
        var (population, ids) = (Store.Population, Store.Ids);
        var kept = given.OrderByDescending(e => e.Created).Take((int)Math.Min(size, int.MaxValue));
        var made = Enumerable.Range(0, (int)(size - Store.Examples))
            .Select(n => new Person(ids.Of(n), population.Strata.Of(n), population.Timeline.Created(n), Email.Of(n)));
        everybody = [.. kept.OrderByDescending(e => e.Created).ThenBy(e => e.Id, StringComparer.Ordinal).Concat(made).OrderByDescending(p => p.Created)];
    }

    /// <summary>The customers as they are now.</summary>
    public View Store => session.View;

    public QueryRunner Runner => new(Store, Fields);

    /// <summary>Everybody, newest first.</summary>
    public IReadOnlyList<Person> Everybody => everybody;

    /// <summary>A store of such customers, however many, not written out.</summary>
    public static Renderer Made(long size, params IEnumerable<Person> examples)
    {
        var population = new Population(
            new Seed("7"), "acme", size, ManyCustomers.Epoch, [.. EngineFacts.Make(), new Email()], seed => new Strata(seed, ManyCustomers.Strata));
        var ids = new CustomerIds("", population.Timeline, new UuidShape(population.Seed));
        var plans = ManyCustomers.Strata.Select(stratum => Plan(stratum, ids, population)).ToList();
        return new Renderer(population, ids, plans, new FactFields(plans), examples.Select((person, i) => Document(person, CustomerNumber.OfExample(i))), cacheMegabytes: 1);
    }

    public void Create(int stratum) => Write(change =>
    {
        var number = change.NextCustomer;
        var person = new Person(Store.Ids.Of(number.Value, change.Now), ManyCustomers.Strata[stratum], change.Now, NewEmail());
        everybody.Insert(everybody.FindIndex(p => p.Created <= person.Created) is var at && at < 0 ? everybody.Count : at, person);
        return change.Create(Document(person, number));
    });

    /// <summary>Gives somebody another state or kind, or another e-mail address.</summary>
    public void Update(int place, int? stratum) => Replace(place, person =>
        stratum is { } to ? person with { Stratum = ManyCustomers.Strata[to], IsOdd = false } : person with { Email = NewEmail() });

    /// <summary>Gives somebody a status that no stratum has.</summary>
    public void Estrange(int place) => Replace(place, person => person with { IsOdd = true });

    /// <summary>Takes somebody away for good.</summary>
    public void Delete(int place) => Replace(place, _ => null);

    public void Dispose() => renderer.Dispose();

    private void Replace(int place, Func<Person, Person?> change)
    {
        if (everybody.Count == 0) return;
        place %= everybody.Count;
        var (before, after) = (everybody[place], change(everybody[place]));
        Write(under =>
        {
            var old = under.View.Find(before.Id)!.Value;
            return under.Replace(old, Document(after ?? before, old.Number) with { IsGone = after is null });
        });
        if (after is null) everybody.RemoveAt(place);
        else everybody[place] = after;
    }

    private void Write(Func<Change, CustomerHandle> write) => session.ChangeAsync(write, (change, asked) => asked(change)).AsTask().IsCompletedSuccessfully.ShouldBeTrue();

    private string NewEmail() => $"w{emails++}@example.net";

    private static ObjectNode Plan(Stratum stratum, CustomerIds ids, Population population)
    {
        var origin = new PlanOrigin("", "");
        return new ObjectNode(
        [
            new PlanProperty("id", new IdNode(ids, origin)),
            new PlanProperty("type", new ConstantNode(stratum.Kind.Name, origin)),
            new PlanProperty("status", new ConstantNode(stratum.State.Name, origin)),
            new PlanProperty("created_at", new FactNode(population.Facts.Find("createdAt")!, FactForm.Plain, false, origin)),
            new PlanProperty("email", new FactNode(population.Facts.Find("email")!, FactForm.Plain, false, origin)),
            new PlanProperty("marks", new ConstantNode(JsonNode.Parse(Marks[stratum.Index]), origin)),
        ], origin);
    }

    private static CustomerDocument Document(Person person, CustomerNumber number) => new()
    {
        Id = person.Id,
        Number = number,
        Json = Encoding.UTF8.GetBytes($$"""{"id":"{{person.Id}}","type":"{{person.Stratum.Kind.Name}}","status":"{{person.Status}}","created_at":"{{person.CreatedAt}}","email":"{{person.Email}}","marks":{{Marks[person.Stratum.Index]}}}"""),
        Created = person.Created,
        Stratum = person.Stratum.Name,
        IsOdd = person.IsOdd,
        Origin = "test",
        Keys = [new DocumentKey("email", person.Email)],
    };

    /// <param name="Created">Unix microseconds.</param>
    internal sealed record Person(string Id, Stratum Stratum, long Created, string Email)
    {
        /// <summary>Whether its status is that of no stratum.</summary>
        public bool IsOdd { get; init; }

        public string Status => IsOdd ? "strange" : Stratum.State.Name;

        /// <summary>The kinds of mark that it shows.</summary>
        public string?[] MarkKinds => [.. JsonNode.Parse(Marks[Stratum.Index])!.AsArray().OfType<JsonObject>().Select(mark => (string?)mark["kind"])];

        public string CreatedAt => DateTimeOffset.UnixEpoch.AddMicroseconds(Created).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

        /// <summary>When it shows that it was created, as Unix milliseconds.</summary>
        public long Milliseconds => Created / 1000;
    }

    private sealed record Acme(Renderer Renderer) : ISessionVendor
    {
        public string Name => "acme";

        public IReadOnlyList<string> Keys => ["acme_sandbox_1"];

        public ISessionVendor? Successor { get; set; }

        public Schema Customer { get; } = new() { Pointer = "" };

        public Renderer RendererFor(PopulationChoice choice) => Renderer;

        public CustomerDocument Pass(Change change, CustomerHandle customer, long at) => customer.Document!;

        public Snapshot Carry(Snapshot written, ISessionVendor before, Renderer renderer, ICollection<LostWrite> lost) => written;
    }

    private sealed class Email() : Fact("email")
    {
        public static string Of(long number) => $"c{number.ToString(CultureInfo.InvariantCulture)}@example.com";

        public override long Candidate(ReadOnlySpan<char> value) =>
            value is ['c', ..] && value.EndsWith("@example.com") && long.TryParse(value[1..^12], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

        public override FactValue Make(CustomerContext context, ulong stream) => FactValue.Of(Of(context.Number));
    }
}
