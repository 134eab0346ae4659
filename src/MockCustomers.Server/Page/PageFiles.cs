using System.Collections.Concurrent;

namespace MockCustomers.Server.Page;

/// <summary>The files of the page, which are in the assembly: each is read when it is first asked for, and the start costs nothing.</summary>
internal sealed class PageFiles
{
    /// <summary>The name of the file that the others are called from.</summary>
    public const string Start = "index.html";

    private const string Prefix = "page/";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly ConcurrentDictionary<string, PageFile> read = new();

    /// <summary>How many of them have been read.</summary>
    public int Read => read.Count;

    /// <summary>The names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(PageFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>The file of a name; null when there is none.</summary>
    public PageFile? Find(string name)
    {
        if (read.TryGetValue(name, out var known)) return known;
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(Prefix + name);
        if (stream is null || !Types.TryGetValue(Path.GetExtension(name), out var type)) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return read.GetOrAdd(name, new PageFile(type, bytes));
    }
}
