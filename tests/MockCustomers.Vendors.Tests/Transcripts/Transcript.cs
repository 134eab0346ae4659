using System.Text;
using System.Text.RegularExpressions;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests.Transcripts;

/// <summary>One fact about a vendor as an exchange or several: a sentence, then by turns a request and the reply that the vendor's pages lead to expect.</summary>
/// <remarks>
/// All are divided by a line of one dash; the body of a request or a reply is divided from its headers by an empty line. In a request
/// {key}, {second-key}, {host}, {first-id} and {second-id} stand for the sandbox's own; in a reply {...} stands for anything, and {=new}
/// for anything that is {new} in what follows. A request whose host is {control} goes to the control port, in the same session. Headers that a reply does not show are not looked at, and a header that is shown as
/// "Name: (none)" must not be there. A body's Content-Length is sent without being shown.
/// </remarks>
internal sealed partial class Transcript
{
    private readonly Dictionary<string, string> captured = [];

    private Transcript(string sentence, IReadOnlyList<(string Request, string Reply)> exchanges)
    {
        Sentence = sentence;
        Exchanges = exchanges;
    }

    /// <summary>Where the build puts them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Transcripts");

    /// <summary>The fact, with the tag of its source.</summary>
    public string Sentence { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<(string Request, string Reply)> Exchanges { get; }

    /// <summary>The first request.</summary>
    public string Request => Exchanges[0].Request;

    /// <summary>The reply to the first request.</summary>
    public string Reply => Exchanges[0].Reply;

    /// <summary>Vendor and name of every transcript.</summary>
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in Directory.GetDirectories(Folder).Order(StringComparer.Ordinal))
            foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
                data.Add(Path.GetFileName(folder), Path.GetFileNameWithoutExtension(file));
        return data;
    }

    /// <summary>A vendor's transcript; null when there is none of that name.</summary>
    public static Transcript? Find(string vendor, string name)
    {
        var file = Path.Combine(Folder, vendor, name + ".txt");
        if (!File.Exists(file)) return null;
        var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n-\n");
        if (parts.Length < 3 || parts.Length % 2 == 0)
            throw new FormatException($"{file}: a sentence, and by turns a request and a reply, each divided by a line of one dash");
        return new Transcript(parts[0].Trim(), [.. parts.Skip(1).Chunk(2).Select(pair => (pair[0].Trim('\n'), pair[1].Trim('\n')))]);
    }

    /// <summary>The bytes of the first request.</summary>
    public byte[] Bytes(VendorUnderTest tested) => Bytes(Request, tested);

    /// <summary>Everything in which the reply to the first request is not the recorded one.</summary>
    public IReadOnlyList<string> Differences(Answer answer, VendorUnderTest tested) => Differences(Reply, answer, tested);

    /// <summary>The bytes of a request.</summary>
    /// <param name="session">Where it is sent to, so that nobody else meets what it writes; null for the default session.</param>
    public byte[] Bytes(string request, VendorUnderTest tested, string? session = null)
    {
        var parts = Filled(request, tested).Split("\n\n", 2);
        if (session is not null) parts[0] += $"\nX-Sandbox-Session: {session}";
        var body = parts.Length == 2 ? parts[1] : "";
        var length = body.Length == 0 || parts[0].Contains("\nContent-Length:", StringComparison.Ordinal) ? "" : $"\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}";
        return Encoding.UTF8.GetBytes(parts[0].ReplaceLineEndings("\r\n") + length + "\r\n\r\n" + body);
    }

    /// <summary>Everything in which a reply is not the recorded one.</summary>
    public IReadOnlyList<string> Differences(string reply, Answer answer, VendorUnderTest tested)
    {
        var parts = Filled(reply, tested).Split("\n\n", 2);
        var head = parts[0].Split('\n');
        var differences = new List<string>();
        Compare("status line", head[0], answer.StatusLine, differences);
        foreach (var line in head.Skip(1))
        {
            var (name, value) = (line.Split(':', 2)[0], line.Split(':', 2)[1].Trim());
            Compare(name, value, answer[name] ?? "(none)", differences);
        }

        Compare("body", parts.Length == 2 ? parts[1] : "", answer.Text, differences);
        return differences;
    }

    private void Compare(string what, string expected, string actual, List<string> differences)
    {
        var names = Anything().Matches(expected).Select(found => found.Groups[1].Value).Where(name => name.Length > 0).ToList();
        var pattern = "^" + string.Concat(Anything().Split(expected).Select((part, i) => i % 2 == 0 ? Regex.Escape(part) : part.Length == 0 ? ".*" : $"(?<{part}>[^\"]*)")) + "$";
        var match = Regex.Match(actual, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(10));
        if (!match.Success) differences.Add($"{what}: expected\n{expected}\nbut was\n{actual}");
        foreach (var name in names) captured[name] = match.Groups[name].Value;
    }

    private string Filled(string text, VendorUnderTest tested) => Placeholder().Replace(text, found => found.Value switch
    {
        "{key}" => tested.Manifest.Auth.Keys[0].Key,
        "{second-key}" => tested.Manifest.Auth.Keys[1].Key,
        "{host}" => tested.Wire.Host,
        "{first-id}" => tested.FirstId,
        "{second-id}" => tested.Id(1),
        var other => captured.GetValueOrDefault(other[1..^1], other),
    });

    [GeneratedRegex("\\{[a-z-]+\\}")]
    private static partial Regex Placeholder();

    /// <summary>"{...}" and "{=name}": the name is the group, empty for the first.</summary>
    [GeneratedRegex("\\{(?:\\.\\.\\.|=)([a-z]*)\\}")]
    private static partial Regex Anything();
}
