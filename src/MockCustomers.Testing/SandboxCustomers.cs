using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Lifecycles;
using MockCustomers.Store;
using MockCustomers.Testing.InMemory;
using MockCustomers.Vendors;

namespace MockCustomers.Testing;

/// <summary>The customers of a vendor in one world, as they are now. Kinds, states and paths cost the same at any population.</summary>
public sealed class SandboxCustomers
{
    private readonly SandboxVendor vendor;

    internal SandboxCustomers(SandboxVendor vendor) => this.vendor = vendor;

    private View View
    {
        get
        {
            ObjectDisposedException.ThrowIf(vendor.World.Sandbox.IsDisposed, vendor.World.Sandbox);
            return vendor.Part.View;
        }
    }

    /// <summary>The newest of them.</summary>
    /// <param name="state">Their state now; null for any.</param>
    /// <param name="kind">Their kind; null for any.</param>
    /// <param name="path">The states that they will pass, the present one among them, or the last of those: "started>rejected"; null for any.</param>
    /// <exception cref="ArgumentException">The vendor has no such state or kind.</exception>
    /// <exception cref="InvalidOperationException">There is no such customer.</exception>
    public SandboxCustomer First(string? state = null, string? kind = null, string? path = null) =>
        Newest(1, state, kind, path) is [var first] ? first : throw new InvalidOperationException($"{vendor.Name} has no customer{Told("in the state", state)}{Told("of the kind", kind)}{Told("on the path", path)}; move one there, or ask for another one");

    /// <summary>The newest of them, newest first.</summary>
    /// <param name="count">How many at most: 0 and up.</param>
    /// <param name="state">As in <see cref="First"/>.</param>
    /// <param name="kind">As in <see cref="First"/>.</param>
    /// <param name="path">As in <see cref="First"/>.</param>
    /// <exception cref="ArgumentException">The vendor has no such state or kind.</exception>
    public IReadOnlyList<SandboxCustomer> Newest(int count, string? state = null, string? kind = null, string? path = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var view = View;
        var list = ListOf(view, state, kind, path);
        return [.. Enumerable.Range(0, (int)Math.Min(count, list.Count)).Select(place => Shown(view, list[place]))];
    }

    /// <summary>How many there are; exact.</summary>
    /// <param name="state">As in <see cref="First"/>.</param>
    /// <param name="kind">As in <see cref="First"/>.</param>
    /// <param name="path">As in <see cref="First"/>.</param>
    /// <exception cref="ArgumentException">The vendor has no such state or kind.</exception>
    public long Count(string? state = null, string? kind = null, string? path = null) => ListOf(View, state, kind, path).Count;

    /// <summary>The customer of that id; null when nobody has it.</summary>
    public SandboxCustomer? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var view = View;
        return view.Find(id) is { } customer ? Shown(view, customer) : null;
    }

    /// <summary>Creates a customer as a client would, but for stubs, faults and the calls that are kept.</summary>
    /// <param name="body">What the client sends: anything that becomes a JSON object; null for an example of the vendor's own.</param>
    /// <exception cref="InvalidOperationException">The vendor creates none, or refuses this one; it tells how.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed.</exception>
    public SandboxCustomer Create(object? body = null)
    {
        using var output = new JsonBuffer();
        return Created(Unawaited.Of(() => vendor.Host.AskAsync(Creation(body, output) with { HoldsThread = true })));
    }

    /// <summary>Creates a customer as <see cref="Create"/> does, and holds no thread while another writes.</summary>
    /// <param name="body">As in <see cref="Create"/>.</param>
    /// <param name="stop">Gives up before anything is written.</param>
    /// <exception cref="InvalidOperationException">The vendor creates none, or refuses this one; it tells how.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed.</exception>
    public async Task<SandboxCustomer> CreateAsync(object? body = null, CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        using var output = new JsonBuffer();
        return Created(await vendor.Host.AskAsync(Creation(body, output)));
    }

    /// <summary>Moves a customer to another state, as the vendor's lifecycle allows it.</summary>
    /// <param name="to">The state's name.</param>
    /// <exception cref="ArgumentException">Nobody has the id, or the vendor has no such state.</exception>
    /// <exception cref="InvalidOperationException">The move is illegal from the customer's state; it tells those that are legal.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed.</exception>
    public SandboxCustomer Move(string id, string to)
    {
        CheckMove(id, to);
        return Moved(id, to, vendor.Part.Change((Vendor: vendor.Host.Vendor, Id: id, To: to), static (change, asked) => HandMove.Make(change, asked.Vendor, asked.Id, asked.To)));
    }

    /// <summary>Moves a customer as <see cref="Move"/> does, and holds no thread while another writes.</summary>
    /// <param name="to">The state's name.</param>
    /// <param name="stop">Gives up before anything is written.</param>
    /// <exception cref="ArgumentException">Nobody has the id, or the vendor has no such state.</exception>
    /// <exception cref="InvalidOperationException">The move is illegal from the customer's state; it tells those that are legal.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed.</exception>
    public async Task<SandboxCustomer> MoveAsync(string id, string to, CancellationToken stop = default)
    {
        CheckMove(id, to);
        stop.ThrowIfCancellationRequested();
        return Moved(id, to, await vendor.Part.ChangeAsync((Vendor: vendor.Host.Vendor, Id: id, To: to), static (change, asked) => HandMove.Make(change, asked.Vendor, asked.Id, asked.To)));
    }

    /// <summary>Every state of a customer with its time, past and to come.</summary>
    /// <exception cref="ArgumentException">Nobody has the id.</exception>
    public SandboxTimeline Timeline(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var view = View;
        var customer = view.Find(id) ?? throw Nobody(id);
        var (past, course, _) = Courses.Of(view, customer);
        return new SandboxTimeline(
            [.. past.Select(step => Shown(step, isToCome: false)), .. course.Select(step => Shown(step, isToCome: true))],
            [.. view.Renderer.Lifecycle.LegalFrom(view.StratumOf(customer), view.Strata)]);
    }

    private Request Creation(object? body, JsonBuffer output)
    {
        vendor.World.ThrowIfGone();
        var operation = vendor.Host.Vendor.Operations.FirstOrDefault(served => served.ActionName == "create")
            ?? throw new InvalidOperationException($"{vendor.Name} has no operation that creates customers; find one, and Move it");
        var example = vendor.Host.Vendor.Example(operation, View);
        var sent = body is null ? example.Body : JsonSerializer.SerializeToNode(body, body.GetType(), JsonSerializerOptions.Default);
        if (sent is null) throw new InvalidOperationException($"{vendor.Name} has no example left that would be a new customer; say what to create");
        var headers = new MemoryHeaders([vendor.Credential, new(MemoryHeaders.Session, vendor.World.Name), new("Content-Type", "application/json")]);
        return new Request(operation.Operation.Method, example.Target, headers, JsonSerializer.SerializeToUtf8Bytes(sent), output) { IsOwners = true };
    }

    /// <summary>The customer of whom a reply tells that it was created.</summary>
    private SandboxCustomer Created(Reply reply)
    {
        var answer = System.Text.Encoding.UTF8.GetString(reply.Body.Span);
        if (reply.Status >= 300) throw new InvalidOperationException($"{vendor.Name} does not create this customer: {reply.Status} {answer}");
        return Texts(JsonNode.Parse(answer)).Select(Find).OfType<SandboxCustomer>().FirstOrDefault()
            ?? throw new InvalidOperationException($"{vendor.Name} answers no id of the customer that it created: {reply.Status} {answer}");
    }

    private void CheckMove(string id, string to)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(to);
        vendor.World.ThrowIfGone();
        Names.Known(to, States(View), "state", nameof(to));
    }

    private SandboxCustomer Moved(string id, string to, HandMove? move)
    {
        var made = move ?? throw Nobody(id);
        if (made.At is null) throw new InvalidOperationException($"{id} is in the state '{made.From}', from which it cannot go to '{to}'; {(made.Legal.Count == 0 ? "nowhere" : string.Join(", ", made.Legal))}");
        return Find(id) ?? throw Nobody(id);
    }

    private static string Told(string words, string? name) => name is null ? "" : $" {words} '{name}'";

    private static IEnumerable<string> States(View view) => view.Strata.All.Select(stratum => stratum.State.Name);

    private static SandboxState Shown(Step step, bool isToCome) => new(step.State, DateTimeOffset.UnixEpoch.AddMicroseconds(step.At), isToCome);

    private static SandboxCustomer Shown(View view, CustomerHandle customer)
    {
        var stratum = view.StratumOf(customer);
        return new SandboxCustomer(view.IdOf(customer), stratum.Kind.Name, stratum.State.Name, view.Read(customer));
    }

    private static CustomerList ListOf(View view, string? state, string? kind, string? path)
    {
        Names.Known(state, States(view), nameof(state));
        Names.Known(kind, view.Strata.All.Select(stratum => stratum.Kind.Name), nameof(kind));
        var way = path is null ? null : CustomerChoice.PathOf(path);
        foreach (var passed in way ?? []) Names.Known(passed, States(view), "state", nameof(path));
        return new CustomerChoice(kind, state, way).In(view);
    }

    /// <summary>All texts of a JSON node: the created customer's id is one of them, under whatever name.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private ArgumentException Nobody(string id) => new($"{vendor.Name} has nobody of the id '{id}'", nameof(id));
}
