using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;
using MockCustomers.Server.Stubbing;
using MockCustomers.Stubs.Inside;

namespace MockCustomers.Stubs.Mappings;

/// <summary>One vendor's stubs as they stand in its folder: *.json, also in the folder mappings, and __files.</summary>
internal sealed class StubFolder : IStubFiles
{
    private readonly List<JsonObject> mappings = [];

    private Func<InnerServer> make = null!;
    private InnerServer? server;

    private StubFolder(string files) => Files = files;

    public string Hash { get; private set; } = "";

    /// <summary>The folder of the files that stubs may read, whether it is there or not.</summary>
    public string Files { get; }

    /// <summary>The mappings in WireMock.Net's JSON, each with its id.</summary>
    public IReadOnlyList<JsonObject> Mappings => mappings;

    /// <summary>Reads the folder, and lets WireMock.Net take what stands there.</summary>
    /// <param name="hosts">Where stubs may call.</param>
    /// <param name="onTrouble">Told what stubs fail at beside a reply.</param>
    public static StubFolder Read(string folder, OutgoingHosts hosts, Action<string> onTrouble, DiagnosticBag diagnostics)
    {
        var made = new StubFolder(Path.Combine(folder, BodyFolder.Name));
        made.make = () => new InnerServer("http://127.0.0.1:1", new ScenariosOfCall(), made.Files, hosts, onTrouble);
        var reader = new MappingReader(new MappingRules(hosts, new FilesFolder(made.Files)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long bytes = 0;
        var ids = new Dictionary<Guid, string>();
        foreach (var file in Sources(folder))
        {
            if (Content(file, diagnostics) is not { } content) continue;
            bytes += content.Length;
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(content);
            made.Add(file, content, reader, ids, diagnostics);
        }

        if (made.mappings.Count > MappingLimits.MostStubs || bytes > MappingLimits.MostBytes)
            diagnostics.Add(folder, "", $"there are {made.mappings.Count} stubs in {bytes} bytes", $"at most {MappingLimits.MostStubs} stubs in {MappingLimits.MostBytes} bytes");
        made.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return made;
    }

    /// <summary>The server that has taken the stubs, for whoever uses and disposes of it from now on; null where there are none.</summary>
    public InnerServer? Take()
    {
        var taken = server;
        server = null;
        return taken;
    }

    public void Dispose() => server?.Dispose();

    private static IEnumerable<string> Sources(string folder)
    {
        var inner = Path.Combine(folder, "mappings");
        var files = Directory.EnumerateFiles(folder, "*.json");
        return (Directory.Exists(inner) ? files.Concat(Directory.EnumerateFiles(inner, "*.json", SearchOption.AllDirectories)) : files).Order(StringComparer.Ordinal);
    }

    private static byte[]? Content(string file, DiagnosticBag diagnostics)
    {
        try
        {
            if (new FileInfo(file).Length <= MappingLimits.MostBytes) return File.ReadAllBytes(file);
            diagnostics.Add(file, "", "it is too large", $"at most {MappingLimits.MostBytes} bytes");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(file, "", $"it cannot be read ({unread.Message})", "a file of mappings in JSON");
        }

        return null;
    }

    /// <param name="ids">The ids of the stubs before, and the files that they stand in.</param>
    private void Add(string file, byte[] content, MappingReader reader, Dictionary<Guid, string> ids, DiagnosticBag diagnostics)
    {
        var mistakes = new DiagnosticBag();
        if (MappingText.Read(content, file, mistakes) is { } document)
        {
            var read = reader.Read(document);
            foreach (var mapping in read) mapping.Later(mappings.Count);
            if (mistakes.IsEmpty) Try(read, file, document, ids, mistakes);
            mappings.AddRange(read.Select(mapping => mapping.Json));
        }

        diagnostics.Add(mistakes);
    }

    /// <summary>Why WireMock.Net does not take a mapping; null when it has taken it.</summary>
    private string? Refusal(JsonObject mapping)
    {
        server ??= make();
        try
        {
            server.Server.WithMapping(mapping.ToJsonString());
            server.Changed();
            return null;
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            return refused.Message.Split('\n')[0].TrimEnd();
        }
    }

    /// <summary>What WireMock.Net itself has to say, before anybody is served by it.</summary>
    private void Try(IReadOnlyList<ReadMapping> read, string file, JsonPlace document, Dictionary<Guid, string> ids, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var (place, json, _) = read[i];
            var id = MappingId.Of(json) ?? MappingId.Made(Path.GetFileNameWithoutExtension(file), place == document ? null : i);
            MappingId.Set(json, id);
            if (!ids.TryAdd(id, file)) diagnostics.Add(file, place.Pointer, $"the stub {id} stands in {ids[id]}, too", "an id of its own, or none");
            if (Refusal(json) is { } refusal) diagnostics.Add(file, place.Pointer, $"WireMock.Net does not take it: {refusal}", "a mapping as WireMock.Net reads it");
        }
    }
}
