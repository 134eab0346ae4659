using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Plans;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>A customer in the making: its fields as UTF-8 JSON, which are looked into only where somebody has to.</summary>
/// <remarks>It passes from the body to the check for conflicts to the reply: nothing is rendered or parsed twice.</remarks>
internal sealed class Draft : IDisposable
{
    /// <summary>Room for fields that are added.</summary>
    private const int Spare = 8;

    private readonly JsonBuffer values = new();
    private readonly List<Member> members;

    private Draft(int members) => this.members = new List<Member>(members);

    /// <summary>The first moment at which a field of the customer is another, though its state stays, as Unix microseconds; the end of all time for never.</summary>
    public long HoldsUntil { get; set; } = long.MaxValue;

    /// <summary>The customer that a context is turned to.</summary>
    /// <param name="body">What will take the place of some fields, which then are not rendered; null for nothing.</param>
    public static Draft Of(ObjectNode plan, CustomerContext context, (ShownProperties Shown, JsonObject Sent)? body = null)
    {
        var properties = plan.Properties;
        var draft = new Draft(properties.Count + Spare);
        for (var i = 0; i < properties.Count; i++)
        {
            var property = properties[i];
            if (body is var (shown, sent) && shown.IsReplacedBy(sent, property.Name))
            {
                draft.members.Add(new Member(property.Name, 0, 0));
                continue;
            }

            var node = property.Node.Chosen(context);
            if (node.IsAbsent(context)) continue;
            var start = draft.values.Length;
            node.Write(context, draft.values);
            draft.members.Add(new Member(property.Name, start, draft.values.Length - start));
        }

        draft.HoldsUntil = context.HoldsUntil;
        return draft;
    }

    /// <summary>A customer as it is in a view.</summary>
    public static Draft Of(View view, CustomerHandle customer)
    {
        if (customer.Document is not { } document)
            return Of(view.Renderer.PlanOf(view.StratumOf(customer)), view.Renderer.ContextOf(customer.Number, view.StandingOf(customer)));
        var draft = new Draft(3 * Spare) { HoldsUntil = document.Matures };
        draft.values.Raw(document.Json.Span);
        var reader = new Utf8JsonReader(document.Json.Span, PlainJson.Reading);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            draft.members.Add(new Member(name, start, (int)reader.BytesConsumed - start));
        }

        return draft;
    }

    /// <summary>The names of the fields, in the order in which they came.</summary>
    public IEnumerable<string> Names => members.Where(member => member.Length > 0).Select(member => member.Name);

    /// <summary>A field as JSON; empty when there is none.</summary>
    public ReadOnlySpan<byte> this[string name] => Find(name) is var at and >= 0 ? Bytes(members[at]) : default;

    public bool Has(string name) => Find(name) >= 0;

    /// <summary>What stands at a dotted path; null for nothing and for JSON's null.</summary>
    public JsonNode? At(string path)
    {
        var (name, rest) = Cut(path);
        if (Find(name) is not (var at and >= 0)) return null;
        var value = PlainJson.Parse(Bytes(members[at]));
        return rest is null ? value : FieldPath.At(value, rest);
    }

    /// <summary>The text or number at a dotted path as text; null for anything else.</summary>
    public string? Text(string path)
    {
        if (path.Contains('.', StringComparison.Ordinal)) return FieldPath.Text(At(path));
        if (Find(path) is not (var at and >= 0)) return null;
        var json = Bytes(members[at]);
        if (json[0] is (byte)'{' or (byte)'[' || json.SequenceEqual("null"u8)) return null;
        var reader = new Utf8JsonReader(json, PlainJson.Reading);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(json);
    }

    /// <summary>Gives a field another value, which stands as JSON.</summary>
    public void Set(string name, ReadOnlySpan<byte> json)
    {
        var start = values.Length;
        values.Raw(json);
        Put(name, start);
    }

    /// <summary>Gives a field its value.</summary>
    public void Set(FieldConstant constant)
    {
        if (constant.Path.Contains('.', StringComparison.Ordinal)) SetAt(constant.Path, constant.Value);
        else Set(constant.Path, constant.Json);
    }

    /// <summary>Gives a field another value, in the order of its schema.</summary>
    /// <param name="prune">As in <see cref="SchemaOrder.Write"/>.</param>
    public void Set(string name, JsonNode? value, Schema? schema, bool prune = false)
    {
        var start = values.Length;
        SchemaOrder.Write(value, schema, values, prune);
        Put(name, start);
    }

    /// <summary>Puts a value at a dotted path, making the objects on the way.</summary>
    public void SetAt(string path, JsonNode? value)
    {
        var (name, rest) = Cut(path);
        if (rest is null)
        {
            Set(name, value, null);
            return;
        }

        var whole = At(name) as JsonObject ?? [];
        FieldPath.Set(whole, rest, value?.DeepClone());
        Set(name, whole, null);
    }

    public void Remove(string name)
    {
        if (Find(name) is var at and >= 0) members[at] = new Member(name, 0, 0);
    }

    /// <summary>Takes away what stands at a dotted path.</summary>
    public void RemoveAt(string path)
    {
        var (name, rest) = Cut(path);
        if (rest is null)
        {
            Remove(name);
            return;
        }

        if (At(name) is not JsonObject whole) return;
        FieldPath.Remove(whole, rest);
        Set(name, whole, null);
    }

    /// <summary>The customer, compact, its fields in the order of their ranks.</summary>
    /// <param name="ranks">A field without one stands behind those that have one.</param>
    public byte[] Written(IReadOnlyDictionary<string, int> ranks)
    {
        using var json = new JsonBuffer();
        json.Raw((byte)'{');
        foreach (var member in InOrder(ranks))
        {
            if (member.Length == 0) continue;
            if (json.Length > 1) json.Raw((byte)',');
            json.String(member.Name);
            json.Raw((byte)':');
            json.Raw(Bytes(member));
        }

        json.Raw((byte)'}');
        return json.Written.ToArray();
    }

    public void Dispose() => values.Dispose();

    private List<Member> InOrder(IReadOnlyDictionary<string, int> ranks)
    {
        var last = -1;
        foreach (var member in members)
        {
            var rank = Rank(member);
            if (rank < last) return [.. members.OrderBy(Rank)];
            last = rank;
        }

        return members;

        int Rank(Member member) => ranks.TryGetValue(member.Name, out var rank) ? rank : int.MaxValue;
    }

    private void Put(string name, int start)
    {
        var member = new Member(name, start, values.Length - start);
        if (Place(name) is var at and >= 0) members[at] = member;
        else members.Add(member);
    }

    private int Find(string name) => Place(name) is var at and >= 0 && members[at].Length > 0 ? at : -1;

    private int Place(string name)
    {
        for (var i = 0; i < members.Count; i++)
            if (members[i].Name == name) return i;
        return -1;
    }

    private ReadOnlySpan<byte> Bytes(Member member) => values.Written.Span.Slice(member.Start, member.Length);

    private static (string Name, string? Inner) Cut(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (path, null) : (path[..dot], path[(dot + 1)..]);
    }

    /// <summary>A field: where its value stands among the values. Without a length it is the place of one that is not there.</summary>
    private readonly record struct Member(string Name, int Start, int Length);
}
