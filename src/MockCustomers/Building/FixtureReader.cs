using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
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

        foreach (var twice in documents.GroupBy(d => d.Id).Where(g => g.Count() > 1))
            diagnostics.Add(twice.Last().Origin.Split('#')[0], "", $"the id '{twice.Key}' is there twice", "each id once");
        return documents;
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
            Created = Created(map),
            Stratum = stratum.Name,
            IsOdd = !StratumMatcher.Shows(map, stratum),
            Keys = [.. DocumentKey.Of(map, keys)],
            Origin = $"{file}#{pointer}",
        };
    }

    /// <summary>When the customer was created, by the field that shows it; the end of all time where it shows nothing.</summary>
    private long Created(JsonObject map)
    {
        if (factFields.Of("createdAt")?.Path is not { } path || JsonPath.At(map, path) is not JsonValue value) return long.MaxValue;
        if (value.GetValueKind() == JsonValueKind.Number)
            return value.TryGetValue(out decimal seconds) && Math.Abs(seconds) < LongestTime ? (long)(seconds * 1_000_000) : long.MaxValue;
        return Timestamp.TryParseLenient(value.ToString(), out var at) ? at.Microseconds : long.MaxValue;
    }
}
