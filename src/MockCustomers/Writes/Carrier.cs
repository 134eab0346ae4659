using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Validation;

namespace MockCustomers.Writes;

/// <summary>Carries what clients wrote over to a vendor whose files have changed: what fits stays, what does not is told.</summary>
/// <remarks>
/// A customer fits when its id is still its own, when there is a kind and state for it, and when it breaks no more of the new schema than it
/// broke of the old one.
/// </remarks>
/// <param name="idField">The field of the id.</param>
/// <param name="keys">The fields by which customers can be found.</param>
internal sealed class Carrier(Schema customer, string idField, IReadOnlyList<string> keys)
{
    /// <summary>The customers' schema.</summary>
    public Schema Customer => customer;

    /// <summary>The field of the id.</summary>
    public string IdField => idField;

    /// <summary>What was written, over the customers of the changed vendor.</summary>
    /// <param name="written">Over the customers of the vendor as it was.</param>
    /// <param name="before">The customers' schema as it was.</param>
    /// <param name="lost">Gets what does not fit.</param>
    public Snapshot Carry(Snapshot written, Schema before, Renderer renderer, ICollection<LostWrite> lost)
    {
        var carried = renderer.Pristine.After(written);
        foreach (var document in written.ById.Values.Where(document => document.IsWritten || document.Number.IsOfPopulation).OrderBy(document => document.Sequence))
        {
            var fitting = Fitting(document, before, renderer, out var reason);
            if (fitting is null) lost.Add(new LostWrite(document.Id, reason));
            else carried = carried.WithCarried(fitting);
        }

        return carried;
    }

    /// <summary>The document as it is among the new customers; null when it does not fit.</summary>
    private CustomerDocument? Fitting(CustomerDocument document, Schema before, Renderer renderer, out string reason)
    {
        reason = "";
        if (Placed(document, renderer) is not { } placed)
        {
            reason = "nobody can have this id any more";
            return null;
        }

        if (document.IsGone) return placed;
        var json = PlainJson.Parse(document.Json.Span)!.AsObject();
        if (FieldPath.Text(json, idField) != document.Id)
        {
            reason = $"the id is in the field '{idField}' now";
            return null;
        }

        if (NewBreach(json, before) is { } breach)
        {
            reason = $"{breach.Pointer}: {breach.Rule} {breach.Limit}".TrimEnd();
            return null;
        }

        var strata = renderer.Population.Strata;
        var stratum = strata.Find(document.Stratum) is { } same && StratumMatcher.Shows(json, same) ? same : StratumMatcher.Of(json, strata);
        var fields = DocumentKey.Of(json, keys).ToList();
        return placed with
        {
            Stratum = stratum.Name,
            IsOdd = !StratumMatcher.Shows(json, stratum),
            Keys = [.. document.Keys.Where(key => !keys.Contains(key.Field) && customer.Property(key.Field) is null), .. fields],
        };
    }

    /// <summary>Where the document stands among the new customers; null when no customer has its id.</summary>
    private static CustomerDocument? Placed(CustomerDocument document, Renderer renderer)
    {
        if (document.Number.IsOfPopulation)
            return renderer.Ids.NumberOf(document.Id, renderer.Generated) == document.Number.Value ? document : null;
        if (document.Number.IsExample)
            return renderer.Pristine.ById.GetValueOrDefault(document.Id) is { } example ? document with { Number = example.Number, Place = example.Place } : null;
        return renderer.Ids.Of(document.Number.Value, document.Created) == document.Id ? document : null;
    }

    /// <summary>The first breach of the schema that was none before; null for none.</summary>
    private Violation? NewBreach(JsonObject json, Schema before)
    {
        List<Violation> now = [], then = [];
        SchemaValidator.Check(json, customer, "", "", now);
        if (now.Count == 0) return null;
        SchemaValidator.Check(json, before, "", "", then);
        return now.FirstOrDefault(breach => !then.Any(old => old.Pointer == breach.Pointer && old.Rule == breach.Rule && old.Limit == breach.Limit));
    }
}
