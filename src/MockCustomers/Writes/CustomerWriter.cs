using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Validation;

namespace MockCustomers.Writes;

/// <summary>Makes the documents of customers that clients create, change and move.</summary>
/// <param name="idField">The field of the id, which no client chooses.</param>
/// <param name="rules">What it makes of a body.</param>
/// <param name="body">The schema of the request's body; null where it has none.</param>
/// <param name="operation">What a document says made it.</param>
internal sealed class CustomerWriter(
    DocumentMaker documents, string idField, WriteRules rules, Schema? body, string operation)
{
    private readonly Mover mover = new(documents);

    /// <summary>The body's properties that a customer shows, as the body names them.</summary>
    private readonly ShownProperties shown = new(documents.Customer, idField, rules, body);

    /// <summary>What a body lacks of its kind of customer.</summary>
    public IReadOnlyList<Violation> Missing(JsonObject sent, Strata strata)
    {
        if (rules.Require.Count == 0) return [];
        if (StratumMatcher.Beginning(sent, strata, rules.State) is not { } stratum || !rules.Require.TryGetValue(stratum.Kind.Name, out var required)) return [];
        return [.. required.Where(name => sent[name] is null).Select(name => new Violation($"/body/{name}", name, "requiredOfKind", stratum.Kind.Name, ""))];
    }

    /// <summary>A body as it counts.</summary>
    public JsonObject Counted(JsonObject? sent)
    {
        if (sent is null) return [];
        if (!rules.NullsAreAbsent) return sent;
        foreach (var name in sent.Where(p => p.Value is null).Select(p => p.Key).ToList()) sent.Remove(name);
        return sent;
    }

    /// <summary>A customer as a body asks for it; null when the body shows no kind of customer.</summary>
    public CustomerDocument? Create(Change change, JsonObject sent)
    {
        var renderer = change.View.Renderer;
        if (StratumMatcher.Beginning(sent, renderer.Population.Strata, rules.State) is not { } stratum) return null;
        var (number, now) = (change.NextCustomer, change.Now);
        using var draft = Draft.Of(renderer.PlanOf(stratum), renderer.ContextOf(number, new Standing(stratum, now, now, now, now)), (shown, sent));
        foreach (var name in shown.Nullable)
            if (!sent.ContainsKey(name)) draft.Set(name, "null"u8);
        foreach (var constant in rules.Set) draft.Set(constant);
        foreach (var (name, value) in sent)
            if (shown.Find(name) is { } field) Show(draft, name, value, field);
        foreach (var path in rules.KeepsOtherKinds ? [] : stratum.Kind.OmittedFields) draft.RemoveAt(path);
        var fits = StratumMatcher.Of(draft, renderer.Population.Strata, stratum);
        return documents.Of(draft, renderer.Ids.Of(number.Value, now), number, now, fits, Hidden(sent, []), operation);
    }

    /// <summary>A customer with what a body changes.</summary>
    public CustomerDocument Update(Change change, CustomerHandle old, JsonObject sent)
    {
        var view = change.View;
        using var draft = Draft.Of(view, old);
        foreach (var (name, value) in sent)
            if (shown.Find(name) is { } field) Merge(draft, name, value, field);
        Mover.Touch(draft, view, old, change.Now);
        return documents.Of(draft, view, old, StratumMatcher.Of(draft, view.Population.Strata, view.StratumOf(old)), Hidden(sent, old.Document?.Keys ?? []), operation);
    }

    /// <summary>A customer in another state: what the state makes of it, and all else as it was.</summary>
    public CustomerDocument Move(Change change, CustomerHandle old, string? state)
    {
        var (view, renderer) = (change.View, change.View.Renderer);
        var from = view.StratumOf(old);
        var to = state is null ? from : view.Population.Strata.Find(new StratumName(from.Kind.Name, state)) ?? from;
        using var draft = Draft.Of(view, old);
        if (to != from) mover.Carry(draft, view, old, to, change.Now);
        foreach (var path in rules.Fresh)
            if (Fresh(path, renderer, CustomerNumber.OfWrite(change.Number), to, change.Now) is { } fresh) draft.SetAt(path, fresh);
        Mover.Touch(draft, view, old, change.Now);
        return documents.Of(draft, view, old, to, old.Document?.Keys ?? [], operation);
    }

    /// <summary>The field of which another customer has the same value, where no two may; null when there is none.</summary>
    /// <param name="old">What the document takes the place of; null when it is new.</param>
    /// <remarks>
    /// A document is judged where it comes to count, by its state, with a value that is not empty: one that it had before, and counted with,
    /// was judged then.
    /// </remarks>
    public (string Field, string Value)? Conflict(View view, CustomerDocument document, CustomerHandle? old = null)
    {
        foreach (var unique in rules.Unique)
        {
            if (!unique.Counts(document.Stratum.State) || Value(document, unique.Field) is not { } value) continue;
            if (old is { } before && unique.Counts(view.StratumOf(before).State.Name) && ValueBefore(view, before, unique.Field) == value) continue;
            foreach (var other in view.FindBy(unique.Field, value))
                if (view.IdOf(other) != document.Id && unique.Counts(view.StratumOf(other).State.Name)) return (unique.Field, value);
        }

        return null;
    }

    private static string? Value(CustomerDocument document, string field)
    {
        foreach (var key in document.Keys)
            if (key.Field == field) return key.Value;
        return null;
    }

    private static string? ValueBefore(View view, CustomerHandle customer, string field) =>
        customer.Document is { } document ? Value(document, field) : FieldPath.Text(view.Read(customer), field);

    /// <summary>Puts a property of the body into a field of that name: lists wrapped, without what the spec does not know where it names some.</summary>
    private void Show(Draft draft, string name, JsonNode? value, ShownProperty field)
    {
        if (value is JsonObject sent && field.WithReadOnly is { } described && draft.At(name) is JsonObject held)
            ReadOnly.Carry(held, sent, described);
        draft.Set(name, Wrapped(name, value), field.Schema, prune: true);
    }

    private JsonNode? Wrapped(string name, JsonNode? value)
    {
        if (value is not JsonArray list || rules.Wrap.FirstOrDefault(w => w.Property == name) is not { } wrap) return value;
        return new JsonArray([.. list.Select(item => Wrapped(item, wrap))]);
    }

    private static JsonNode? Wrapped(JsonNode? item, WrapRule wrap)
    {
        if (item is JsonObject) return item.DeepClone();
        var wrapped = new JsonObject { [wrap.As] = item?.DeepClone() };
        foreach (var (name, value) in wrap.With) wrapped[name] = value?.DeepClone();
        return wrapped;
    }

    private void Merge(Draft draft, string name, JsonNode? value, ShownProperty field)
    {
        if (value is not JsonObject || rules.Replace.Contains(name) || draft.At(name) is not JsonObject whole)
        {
            Show(draft, name, value, field);
            return;
        }

        using var pruned = new JsonBuffer();
        SchemaOrder.Write(value, field.Schema, pruned, prune: true);
        Merge(whole, PlainJson.Parse(pruned.Written.Span)!.AsObject(), name + ".");
        draft.Set(name, whole, field.Schema);
    }

    private void Merge(JsonObject fields, JsonObject sent, string path)
    {
        foreach (var (name, value) in sent)
        {
            var inner = path + name;
            if (value is JsonObject part && fields[name] is JsonObject whole && !rules.Replace.Contains(inner)) Merge(whole, part, inner + ".");
            else fields[name] = value?.DeepClone();
        }
    }

    /// <summary>What stands at a path of the customer that a number would be; null for nothing.</summary>
    private static JsonNode? Fresh(string path, Renderer renderer, CustomerNumber number, Stratum stratum, long now)
    {
        var context = renderer.ContextOf(number, new Standing(stratum, now, now, now, now));
        if (renderer.PlanOf(stratum).At(path)?.Chosen(context) is not { } node || node.IsAbsent(context)) return null;
        using var json = new JsonBuffer();
        node.Write(context, json);
        return PlainJson.Parse(json.Written.Span);
    }

    private List<DocumentKey> Hidden(JsonObject sent, IReadOnlyList<DocumentKey> old)
    {
        var hidden = old.Where(key => rules.Hidden.Contains(key.Field) && !sent.ContainsKey(key.Field)).ToList();
        foreach (var name in rules.Hidden)
            if (FieldPath.Text(sent, name) is { Length: > 0 } value) hidden.Add(new DocumentKey(name, value));
        return hidden;
    }
}
