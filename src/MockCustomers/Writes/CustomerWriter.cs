using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Plans;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Makes the documents of customers that clients create, change and move.</summary>
/// <param name="keys">The fields by which customers can be found.</param>
/// <param name="body">The schema of the request's body; null where it has none.</param>
/// <param name="operation">What a document says made it.</param>
internal sealed class CustomerWriter(
    CustomerStore store, StratumMatcher matcher, Schema customer, IReadOnlyList<string> keys, WriteManifest manifest, Schema? body, string operation)
{
    /// <summary>A customer as a body asks for it; null when the body shows no kind of customer.</summary>
    public CustomerDocument? Create(StoreChange change, JsonObject sent)
    {
        if (matcher.Beginning(sent, manifest.State) is not { } stratum) return null;
        var number = change.NextNumber;
        var fields = Made(number, stratum, change.Now, change.Now);
        foreach (var (name, property) in body?.Properties ?? [])
            if (!sent.ContainsKey(name)) Forget(fields, name);
        foreach (var (path, value) in manifest.Set) JsonPath.Set(fields, path, value.Json?.DeepClone());
        foreach (var (name, value) in Shown(sent)) fields[name] = value?.DeepClone();
        foreach (var path in manifest.KeepsOtherKinds ? [] : matcher.OmittedBy(stratum.Kind)) JsonPath.Remove(fields, path);
        return Document(fields, store.Ids.Of(number, change.Now), number, change.Now, matcher.Of(fields, stratum), Hidden(sent, []));
    }

    /// <summary>What a body lacks of its kind of customer.</summary>
    public IReadOnlyList<Violation> Missing(JsonObject sent)
    {
        if (matcher.Beginning(sent, manifest.State) is not { } stratum || !manifest.Require.TryGetValue(stratum.Kind.Name, out var required)) return [];
        return [.. required.Where(name => sent[name] is null).Select(name => new Violation($"/body/{name}", name, "requiredOfKind", stratum.Kind.Name, ""))];
    }

    /// <summary>A body as it counts.</summary>
    public JsonObject Counted(JsonObject? sent)
    {
        if (sent is null) return [];
        if (!manifest.NullsAreAbsent) return sent;
        foreach (var name in sent.Where(p => p.Value is null).Select(p => p.Key).ToList()) sent.Remove(name);
        return sent;
    }

    /// <summary>A customer with what a body changes.</summary>
    public CustomerDocument Update(StoreChange change, CustomerHandle old, JsonObject sent)
    {
        var fields = store.Read(old);
        Merge(fields, Shown(sent), "");
        Touch(fields, old, change.Now);
        return Document(fields, old, matcher.Of(fields, store.StratumOf(old)), Hidden(sent, old.Document?.Keys ?? []));
    }

    /// <summary>A customer in another state: what the state makes of it, and all else as it was.</summary>
    public CustomerDocument Move(StoreChange change, CustomerHandle old, string? state)
    {
        var fields = store.Read(old);
        var from = store.StratumOf(old);
        var to = state is null ? from : matcher.Moved(from, state) ?? from;
        var number = old.Document?.Number ?? old.Number;
        if (number == CustomerDocument.Example) number = Population.Largest * 2 + change.NextNumber;
        var created = store.CreatedOf(old);
        Differences(Made(number, from, created, created), Made(number, to, created, created), fields);
        foreach (var path in manifest.Fresh)
            if (JsonPath.At(Made(Population.Largest * 2 + change.Number, to, change.Now, change.Now), path) is { } fresh) JsonPath.Set(fields, path, fresh.DeepClone());
        Touch(fields, old, change.Now);
        return Document(fields, old, to, old.Document?.Keys ?? []);
    }

    /// <summary>The field of which another customer has the same value, where no two may; null when there is none.</summary>
    /// <param name="old">What the document takes the place of; null when it is new.</param>
    /// <remarks>
    /// A document is judged where it comes to count, by its state, with a value that is not empty: one that it had before, and counted with,
    /// was judged then.
    /// </remarks>
    public (string Field, string Value)? Conflict(StoreChange change, CustomerDocument document, CustomerHandle? old = null)
    {
        foreach (var unique in manifest.Unique.Where(u => u.Counts(document.Stratum.State.Name)))
        {
            if (Value(unique.Field, JsonNode.Parse(document.Json.Span), document.Keys) is not { Length: > 0 } value) continue;
            if (old is { } before && unique.Counts(store.StratumOf(before).State.Name)
                && Value(unique.Field, store.Read(before), before.Document?.Keys ?? []) == value) continue;
            if (change.FindBy(unique.Field, value).Any(other => store.IdOf(other) != document.Id && unique.Counts(store.StratumOf(other).State.Name)))
                return (unique.Field, value);
        }

        return null;
    }

    private static string? Value(string field, JsonNode? shown, IReadOnlyList<DocumentKey> keys) =>
        JsonPath.Text(shown, field) ?? keys.FirstOrDefault(key => key.Field == field)?.Value;

    private JsonObject Made(long number, Stratum stratum, long created, long? updated)
    {
        using var json = new JsonBuffer();
        store.Write(number, stratum, created, updated, json);
        return JsonNode.Parse(json.Written.Span)!.AsObject();
    }

    /// <summary>What a body shows of a customer: without what is not kept, lists wrapped.</summary>
    private JsonObject Shown(JsonObject sent)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in sent)
        {
            if (manifest.Ignore.Contains(name) || manifest.Hidden.Contains(name)) continue;
            if (body is { Properties.Count: > 0 } && body.Property(name) is null) continue;
            if (customer.Property(name) is null && !manifest.Wrap.Any(w => w.Property == name)) continue;
            shown[name] = manifest.Wrap.FirstOrDefault(w => w.Property == name) is { } wrap && value is JsonArray list
                ? new JsonArray([.. list.Select(item => Wrapped(item, wrap))])
                : Pruned(value, customer.Property(name));
        }

        return shown;
    }

    /// <summary>A value without the properties that the spec does not know where it names some.</summary>
    private static JsonNode? Pruned(JsonNode? value, Schema? schema)
    {
        if (value is not JsonObject map || schema is null || schema.Properties.Count == 0) return value?.DeepClone();
        var pruned = new JsonObject();
        foreach (var (name, inner) in map)
            if (schema.Property(name) is { } property) pruned[name] = Pruned(inner, property);
        return pruned;
    }

    private static JsonNode? Wrapped(JsonNode? item, WrapManifest wrap)
    {
        if (item is JsonObject) return item.DeepClone();
        var wrapped = new JsonObject { [wrap.As] = item?.DeepClone() };
        foreach (var (name, value) in wrap.With) wrapped[name] = value?.DeepClone();
        return wrapped;
    }

    private void Forget(JsonObject fields, string name)
    {
        if (customer.Property(name) is { Nullable: true }) fields[name] = null;
        else fields.Remove(name);
    }

    private void Merge(JsonObject fields, JsonObject sent, string path)
    {
        foreach (var (name, value) in sent)
        {
            var inner = path + name;
            if (value is JsonObject part && fields[name] is JsonObject whole && !manifest.Replace.Contains(inner)) Merge(whole, part, inner + ".");
            else fields[name] = value?.DeepClone();
        }
    }

    /// <summary>Writes the time of the write where the vendor shows it.</summary>
    private void Touch(JsonObject fields, CustomerHandle old, long now)
    {
        var plan = store.PlanOf(store.StratumOf(old));
        if (plan.PathOfFact("updatedAt") is not { } path || plan.At(path) is not FactNode node) return;
        using var json = new JsonBuffer();
        FactForms.Instant(now, node.Form, json);
        JsonPath.Set(fields, path, JsonNode.Parse(json.Written.Span));
    }

    /// <summary>Carries over what two states of the same customer differ in.</summary>
    private static void Differences(JsonObject from, JsonObject to, JsonObject fields)
    {
        foreach (var (name, value) in to)
        {
            if (from[name] is JsonObject before && value is JsonObject after && fields[name] is JsonObject held) Differences(before, after, held);
            else if (!JsonNode.DeepEquals(from[name], value) || !from.ContainsKey(name)) fields[name] = value?.DeepClone();
        }

        foreach (var (name, _) in from)
            if (!to.ContainsKey(name)) fields.Remove(name);
    }

    private List<DocumentKey> Hidden(JsonObject sent, IReadOnlyList<DocumentKey> old)
    {
        var hidden = old.Where(key => manifest.Hidden.Contains(key.Field) && !sent.ContainsKey(key.Field)).ToList();
        foreach (var name in manifest.Hidden)
            if (JsonPath.Text(sent, name) is { } value) hidden.Add(new DocumentKey(name, value));
        return hidden;
    }

    private CustomerDocument Document(JsonObject fields, CustomerHandle old, Stratum stratum, IReadOnlyList<DocumentKey> hidden) =>
        Document(fields, store.IdOf(old), old.Document?.Number ?? old.Number, store.CreatedOf(old), stratum, [.. hidden.Where(k => !keys.Contains(k.Field))]);

    private CustomerDocument Document(JsonObject fields, string id, long number, long created, Stratum stratum, IReadOnlyList<DocumentKey> hidden)
    {
        var arranged = SchemaOrder.Arrange(fields, customer)!.AsObject();
        return new CustomerDocument
        {
            Id = id,
            Number = number,
            Json = PlainJson.Bytes(arranged),
            Created = created,
            Stratum = stratum,
            IsOdd = !matcher.Shows(fields, stratum),
            Origin = operation,
            Keys = [.. hidden, .. DocumentKey.Of(arranged, keys)],
        };
    }
}
