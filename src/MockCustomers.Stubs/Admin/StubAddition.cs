using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Inside;
using MockCustomers.Stubs.Mappings;
using WireMock;

namespace MockCustomers.Stubs.Admin;

/// <summary>Mappings that a user adds to a session: read in both dialects, all of them checked before one is taken, ranked as WireMock ranks them.</summary>
internal sealed class StubAddition
{
    private readonly VendorStubs stubs;
    private readonly Session session;
    private readonly InnerServer server;
    private readonly SessionStubs part;
    private readonly IReadOnlyList<ReadMapping> read;
    private readonly ImportOptions options;

    /// <summary>The stubs that were there before, by their ids.</summary>
    private readonly Dictionary<Guid, IMapping> before;

    /// <summary>The ids that the user wrote.</summary>
    private readonly HashSet<Guid> named;

    /// <param name="body">What the user wrote.</param>
    /// <param name="replaced">The mapping in whose place the one mapping is put; null to add.</param>
    /// <param name="isImport">Whether it is an import in WireMock's JSON, of which the first mapping wins.</param>
    /// <exception cref="ControlException">They cannot be taken.</exception>
    public StubAddition(VendorStubs stubs, Session session, ReadOnlyMemory<byte> body, Guid? replaced, bool isImport)
    {
        (this.stubs, this.session) = (stubs, session);
        var diagnostics = new DiagnosticBag();
        var document = MappingText.Read(body, "", diagnostics) ?? throw new ControlException(diagnostics.Found);
        options = isImport ? ImportOptions.Of(document) : ImportOptions.Default;
        read = stubs.Reader.Read(document, isImport);
        if (!diagnostics.IsEmpty) throw new ControlException(diagnostics.Found);
        if (replaced is { } place)
        {
            if (read.Count != 1) throw new ControlException(400, "there is one mapping to put in the place of another");
            MappingId.Set(read[0].Json, place);
        }

        named = [.. read.Select(mapping => MappingId.Of(mapping.Json)).OfType<Guid>()];
        (server, part) = (stubs.ServerOf(session), stubs.PartOf(session));
        before = server.Stubs.ToDictionary(stub => stub.Guid);
        if (options.KeepsKnown) read = [.. read.Where(mapping => Known(mapping) is null)];
        if (before.Count + read.Count > MappingLimits.MostStubs) throw new ControlException(429, $"there are as many stubs as there may be: {MappingLimits.MostStubs} of a vendor in a session");
        if (part.Bytes + body.Length > MappingLimits.MostBytes) throw new ControlException(413, $"the stubs of a vendor in a session may be {MappingLimits.MostBytes} bytes in all");
        Order(isImport);
    }

    /// <summary>What WireMock.Net is handed: one mapping, or an array.</summary>
    public JsonNode Body => read is [var one] ? one.Json : new JsonArray([.. read.Select(mapping => mapping.Json.DeepClone())]);

    public bool IsEmpty => read.Count == 0;

    /// <summary>What follows when WireMock.Net has taken them.</summary>
    /// <param name="bytes">How many there were of what the user wrote.</param>
    public void Taken(int bytes)
    {
        part.Bytes += bytes;
        var made = server.Stubs.ToDictionary(stub => stub.Guid);
        foreach (var mapping in read)
            if (mapping.IsOrdered && MappingId.Of(mapping.Json) is { } id && made.TryGetValue(id, out var stub) && mapping.Place.Json is JsonObject written) stubs.Written.AddOrUpdate(stub, (JsonObject)written.DeepClone());
        if (!options.RemovesOthers) return;
        var added = read.Select(mapping => MappingId.Of(mapping.Json)).OfType<Guid>().ToHashSet();
        foreach (var id in made.Keys.Where(id => !added.Contains(id) && !named.Contains(id))) server.Server.DeleteMapping(id);
        server.Changed();
    }

    /// <summary>Ranks mappings in WireMock's JSON: of equals the latest wins, of an import's the first; what takes the place of another has its rank.</summary>
    private void Order(bool isImport)
    {
        var ranks = read.Select(mapping => Known(mapping) is { } known ? MappingOrder.Of(known) : null).ToList();
        if (before.Count == 0) part.Added = 0;
        var (earlier, fresh) = (MappingLimits.MostStubs + part.Added, read.Where((mapping, i) => mapping.IsOrdered && ranks[i] is null).Count());
        if (earlier + fresh > MappingOrder.Most)
            throw new ControlException(429, $"{part.Added} mappings in WireMock's JSON were added to the session, and no more can be kept in their order; POST /__admin/mappings/reset begins anew");
        for (var i = 0; i < read.Count; i++)
        {
            if (!read[i].IsOrdered) continue;
            if (MappingId.Of(read[i].Json) is null) MappingId.Set(read[i].Json, MappingId.Made(session.Name, part.Added + i));
            // Each has its place among those that it was read with in its rank already.
            read[i].Later(ranks[i] - i ?? (isImport ? earlier + read.Count - 1 - (2 * i) : earlier));
        }

        part.Added += fresh > 0 ? read.Count : 0;
    }

    /// <summary>The stub that a mapping takes the place of; null for none.</summary>
    private IMapping? Known(ReadMapping mapping) => MappingId.Of(mapping.Json) is { } id ? before.GetValueOrDefault(id) : null;
}
