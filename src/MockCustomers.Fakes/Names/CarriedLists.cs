using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;

namespace MockCustomers.Fakes.Names;

/// <summary>The same lists in a build that is compiled ahead of time: without the rest of Bogus' data, which is six times as much (NameLists.targets, ADR 35).</summary>
/// <remarks>A resource for each locale, named as its <see cref="Prefix"/> and the locale, compressed: a line for each list, its key and its names between tabs.</remarks>
internal sealed class CarriedLists : ILocaleLists
{
    private const string Prefix = "names/";
    private const string Fallback = "en";

    private readonly Assembly assembly;
    private readonly ConcurrentDictionary<string, Dictionary<string, string[]>> read = new();

    /// <param name="assembly">Carries the resources.</param>
    public CarriedLists(Assembly assembly)
    {
        this.assembly = assembly;
        Locales = [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];
    }

    public IReadOnlyCollection<string> Locales { get; }

    public bool Has(string locale, string key) => Own(locale).ContainsKey(key);

    public IEnumerable<string> Of(string locale, string key) => Own(locale).GetValueOrDefault(key) ?? Own(Fallback)[key];

    /// <summary>A locale's own lists, by their keys; read when they are first asked for.</summary>
    private Dictionary<string, string[]> Own(string locale) => read.GetOrAdd(locale, Read);

    private Dictionary<string, string[]> Read(string locale)
    {
        using var resource = assembly.GetManifestResourceStream(Prefix + locale) ?? throw new ArgumentException($"there is no locale '{locale}'", nameof(locale));
        using var text = new StreamReader(new DeflateStream(resource, CompressionMode.Decompress));
        var lists = new Dictionary<string, string[]>();
        while (text.ReadLine() is { } line)
            if (line.Split('\t') is [var key, .. var names]) lists.Add(key, names);
        return lists;
    }
}
