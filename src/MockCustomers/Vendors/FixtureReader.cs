using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Vendors;

/// <summary>Reads documented examples, which are served as they stand even where they break their own description.</summary>
internal sealed class FixtureReader(CustomerManifest manifest, StratumMatcher matcher, Strata strata, Schema schema, DiagnosticBag diagnostics)
{
    public IReadOnlyList<CustomerDocument> Read(IReadOnlyList<Fixture> fixtures)
    {
        var documents = new List<CustomerDocument>();
        foreach (var fixture in fixtures)
        {
            if (fixture.Document is not JsonArray list)
            {
                diagnostics.Add(fixture.File, "", "this is no list of customers", "a JSON array of the vendor's documented examples");
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
        if (node is not JsonObject map || map[manifest.Id.Field ?? ""]?.GetValueKind() is not JsonValueKind.String)
        {
            diagnostics.Add(file, pointer, "this is no customer", $"an object with its id in '{manifest.Id.Field}'");
            return null;
        }

        foreach (var (name, _) in map)
            if (schema.Property(name) is null && !schema.AllowsMore)
                diagnostics.Add(file, $"{pointer}/{name}", $"the spec knows no '{name}'", $"one of: {string.Join(", ", schema.Properties.Select(p => p.Name))}");
        var stratum = matcher.Of(map, strata);
        return new CustomerDocument
        {
            Id = map[manifest.Id.Field!]!.GetValue<string>(),
            Number = CustomerNumber.OfExample(index),
            Json = PlainJson.Bytes(map),
            Created = Created(map),
            Stratum = stratum.Name,
            IsOdd = !matcher.Shows(map, stratum),
            Keys = [.. DocumentKey.Of(map, manifest.Keys)],
            Origin = $"{file}#{pointer}",
        };
    }

    /// <summary>When the customer was created, by the field that the manifest fills with createdAt.</summary>
    private long Created(JsonObject map)
    {
        var field = manifest.Fields.FirstOrDefault(f => (f.Value.AsText ?? f.Value.Optional("fact")?.AsText) == "createdAt")?.Key;
        if (field is null || map[field] is not { } value) return long.MaxValue;
        if (value.GetValueKind() == JsonValueKind.Number) return value.GetValue<long>() * 1_000_000;
        return Timestamp.TryParseLenient(value.ToString(), out var at) ? at.Microseconds : long.MaxValue;
    }
}
