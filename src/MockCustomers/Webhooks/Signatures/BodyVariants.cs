using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>What becomes of a body on its way through programs that read and write it again: each with what must have happened to it.</summary>
internal static class BodyVariants
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The body itself first, with no words.</summary>
    public static IEnumerable<(byte[] Body, string Told)> Of(byte[] body)
    {
        yield return (body, "");
        foreach (var (text, ending) in new[] { ("\n", "a newline at its end"), ("\r\n", "a carriage return and a newline at its end"), (" ", "a space at its end"), ("\0", "a NUL at its end") })
        {
            var tail = Encoding.ASCII.GetBytes(text);
            yield return ([.. body, .. tail], $"of a body with {ending}, which was taken away");
            if (body.AsSpan().EndsWith(tail)) yield return (body[..^tail.Length], $"of the body without {ending}, which was added");
        }

        if (body.AsSpan().StartsWith(Mark)) yield return (body[3..], "of the body without the byte order mark before it, which was added");
        else yield return ([.. Mark, .. body], "of a body with a byte order mark before it, which was taken away");
        var words = Encoding.UTF8.GetString(body);
        if (words.Trim() is var trimmed && trimmed.Length != words.Length) yield return (Encoding.UTF8.GetBytes(trimmed), "of the body without the white space around it");
        if (words.Contains("\r\n", StringComparison.Ordinal)) yield return (Encoding.UTF8.GetBytes(words.Replace("\r\n", "\n", StringComparison.Ordinal)), "of the body with newlines (LF) where it now has CR LF");
        else if (words.Contains('\n', StringComparison.Ordinal)) yield return (Encoding.UTF8.GetBytes(words.Replace("\n", "\r\n", StringComparison.Ordinal)), "of the body with CR LF where it now has newlines (LF)");
        foreach (var written in Written(body)) yield return written;
        yield return (PlainJson.Bytes(JsonValue.Create(words)), "of the body as a JSON text in quotes: it was encoded twice");
        yield return ([], "of an empty body: the body was read before it was verified");
    }

    /// <summary>The same JSON, written by other programs; none where the body is no JSON that can be written again.</summary>
    private static IEnumerable<(byte[] Body, string Told)> Written(byte[] body)
    {
        const string Told = "of the same JSON in other white space or escapes: it was parsed and written again before it was verified";
        var bare = body.AsSpan().StartsWith(Mark) ? body[3..] : body;
        try
        {
            return PlainJson.TryParse(bare, out var node) ? [.. Writings(node).Select(written => (written, Told))] : [];
        }
        catch (InvalidOperationException)
        {
            // Half a character (\ud800), which JSON can write and no text can hold.
            return [];
        }
    }

    private static IEnumerable<byte[]> Writings(JsonNode? node)
    {
        foreach (var encoder in new[] { JavaScriptEncoder.UnsafeRelaxedJsonEscaping, JavaScriptEncoder.Default })
        {
            foreach (var indent in new[] { 0, 2, 4 })
            {
                var written = Written(node, new JsonWriterOptions { Encoder = encoder, Indented = indent > 0, IndentSize = Math.Max(indent, 2), NewLine = "\n", MaxDepth = 1000 });
                yield return written;
                if (indent > 0) yield return [.. written, (byte)'\n'];
            }
        }

        yield return Encoding.UTF8.GetBytes(Spaced(PlainJson.Text(node)));
    }

    private static byte[] Written(JsonNode? node, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            if (node is null) writer.WriteNullValue();
            else node.WriteTo(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Compact JSON with a space behind each comma and colon, as Python writes it.</summary>
    private static string Spaced(string compact)
    {
        var spaced = new StringBuilder(compact.Length * 2);
        var (isText, isEscaped) = (false, false);
        foreach (var c in compact)
        {
            spaced.Append(c);
            if (!isText && c is (',' or ':')) spaced.Append(' ');
            if (c == '"' && !isEscaped) isText = !isText;
            isEscaped = c == '\\' && !isEscaped;
        }

        return spaced.ToString();
    }
}
