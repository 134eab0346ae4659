using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Lifecycles;
using MockCustomers.Plans;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Building;

/// <summary>Reads documented examples, which are served as they stand even where they break their own description.</summary>
/// <param name="idField">The field of the id.</param>
/// <param name="keys">The fields by which customers can be found.</param>
internal sealed class FixtureReader(string idField, IReadOnlyList<string> keys, FactFields factFields, Strata strata, Schema schema, DiagnosticBag diagnostics)
{
    /// <summary>Thirty thousand years, in seconds: no time is farther away.</summary>
    private const decimal LongestTime = 1_000_000_000_000;

    public IReadOnlyList<CustomerDocument> Read(IReadOnlyList<Fixture> fixtures)
    {
        var documents = new List<CustomerDocument>();
        foreach (var fixture in fixtures)
        {
            if (fixture.Document is not JsonArray list)
            {
                diagnostics.Add(fixture.File, "", "this is not a list of customers", "a JSON array of the vendor's documented examples");
                continue;
            }

            for (var i = 0; i < list.Count; i++)
                if (Document(list[i], fixture.File, $"/{i}", documents.Count) is { } document)
                    documents.Add(document);
        }

        return [.. documents.GroupBy(document => document.Id).Select(AtItsTimes)];
    }

    /// <summary>One customer, which the vendor prints as it was at several times: each form becomes the next one when that was updated.</summary>
    private CustomerDocument AtItsTimes(IEnumerable<CustomerDocument> forms)
    {
        CustomerDocument[] ordered = [.. forms.OrderBy(form => form.Since)];
        for (var i = ordered.Length - 1; i > 0; i--)
        {
            var (earlier, later) = (ordered[i - 1], ordered[i]);
            if (later.Since == earlier.Since)
                diagnostics.Add(later.Origin.Split('#')[0], "", $"the id '{later.Id}' is there twice", "each id once, or with another time of update for each time at which it is shown");
            ordered[i - 1] = earlier with { Later = later with { Number = ordered[0].Number, Past = Array.ConvertAll(ordered[..(i + 1)], form => new Step(form.Since, form.Stratum.State)) } };
        }

        return ordered[0];
    }

    private CustomerDocument? Document(JsonNode? node, string file, string pointer, int index)
    {
        if (node is not JsonObject map || map[idField]?.GetValueKind() is not JsonValueKind.String)
        {
            diagnostics.Add(file, pointer, "this is not a customer", $"an object with its id in '{idField}'");
            return null;
        }

        foreach (var (name, _) in map)
            if (schema.Property(name) is null && !schema.AllowsMore)
                diagnostics.Add(file, $"{pointer}/{name}", $"the spec has no field '{name}'", $"one of: {string.Join(", ", schema.Properties.Select(p => p.Name))}");
        var stratum = StratumMatcher.Of(map, strata);
        return new CustomerDocument
        {
            Id = map[idField]!.GetValue<string>(),
            Number = CustomerNumber.OfExample(index),
            Json = PlainJson.Bytes(map),
            Created = Time(map, "createdAt") ?? long.MaxValue,
            Since = Time(map, "updatedAt") ?? long.MinValue,
            Stratum = stratum.Name,
            IsOdd = !StratumMatcher.Shows(map, stratum),
            Keys = [.. DocumentKey.Of(map, keys)],
            Origin = $"{file}#{pointer}",
        };
    }

    /// <summary>A time of the customer, by the field that shows it, as Unix microseconds; null where it shows none.</summary>
    private long? Time(JsonObject map, string fact)
    {
        if (factFields.Of(fact)?.Path is not { } path || FieldPath.At(map, path) is not JsonValue value) return null;
        if (value.GetValueKind() == JsonValueKind.Number)
            return value.TryGetValue(out decimal seconds) && Math.Abs(seconds) < LongestTime ? (long)(seconds * 1_000_000) : null;
        return Timestamp.TryParseLenient(value.ToString(), out var at) ? at.Microseconds : null;
    }
}
