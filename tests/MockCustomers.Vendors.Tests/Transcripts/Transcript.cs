using System.Text;
using System.Text.RegularExpressions;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests.Transcripts;

/// <summary>One fact about a vendor as an exchange: a sentence, a request, and the reply that the vendor's pages lead to expect.</summary>
/// <remarks>
/// The three are divided by a line of one dash; the body of a reply is divided from its headers by an empty line. In a request
/// {key}, {host}, {first-id} and {second-id} stand for the sandbox's own; in a reply {...} stands for anything. Headers that a reply
/// does not show are not looked at, and a header that is shown as "Name: (none)" must not be there.
/// </remarks>
public sealed partial class Transcript
{
    private Transcript(string sentence, string request, string reply)
    {
        Sentence = sentence;
        Request = request;
        Reply = reply;
    }

    /// <summary>Where the build puts them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Transcripts");

    /// <summary>The fact, with the tag of its source.</summary>
    public string Sentence { get; }

    public string Request { get; }

    public string Reply { get; }

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
        return parts is [var sentence, var request, var reply]
            ? new Transcript(sentence.Trim(), request.Trim('\n'), reply.Trim('\n'))
            : throw new FormatException($"{file}: a sentence, a request and a reply, each divided by a line of one dash");
    }

    /// <summary>The bytes of the request.</summary>
    public byte[] Bytes(VendorUnderTest tested)
    {
        var parts = Filled(Request, tested).Split("\n\n", 2);
        var body = parts.Length == 2 ? parts[1] : "";
        return Encoding.UTF8.GetBytes(parts[0].ReplaceLineEndings("\r\n") + "\r\n\r\n" + body);
    }

    /// <summary>Everything in which a reply is not the recorded one.</summary>
    public IReadOnlyList<string> Differences(Answer answer, VendorUnderTest tested)
    {
        var parts = Filled(Reply, tested).Split("\n\n", 2);
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

    private static void Compare(string what, string expected, string actual, List<string> differences)
    {
        var pattern = "^" + string.Join(".*", expected.Split("{...}").Select(Regex.Escape)) + "$";
        if (!Regex.IsMatch(actual, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(10)))
            differences.Add($"{what}: expected\n{expected}\nbut was\n{actual}");
    }

    private static string Filled(string text, VendorUnderTest tested) => Placeholder().Replace(text, found => found.Value switch
    {
        "{key}" => tested.Vendor.Manifest.Auth.Keys[0].Key,
        "{host}" => tested.Wire.Host,
        "{first-id}" => tested.FirstId,
        "{second-id}" => tested.Id(1),
        _ => found.Value,
    });

    [GeneratedRegex("\\{[a-z-]+\\}")]
    private static partial Regex Placeholder();
}
