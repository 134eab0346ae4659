using System.Text;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>Finds out why a signature does not match, by trying what usually goes wrong: another writing of the signature, of the body, of the secret, another algorithm.</summary>
internal static class MismatchReason
{
    private static readonly string[] Prefixes = ["sha256=", "sha512=", "sha1=", "v1,", "v1=", "hmac-sha256=", "hmac "];

    /// <summary>The reason, as a sentence.</summary>
    public static string Of(Mismatch found)
    {
        var sent = found.Sent.Trim();
        if (sent.Length == 0) return $"{found.Header} is empty";
        var usual = found.IsBase64 ? sent == found.Right : sent.Equals(found.Right, StringComparison.OrdinalIgnoreCase);
        if (usual) return sent == found.Sent ? $"{found.Header} is right but for capitals: the vendor writes lower-case hexadecimal digits" : $"{found.Header} is right but for the space around it";
        var prefix = Array.Find(Prefixes, known => sent.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ?? "";
        if (Bytes(sent[prefix.Length..]) is not { Count: > 0 } writings) return $"{found.Header} is '{Shown(sent)}': neither hexadecimal digits nor base64, so no {found.Digest.Name}";
        foreach (var (body, bodyTold) in BodyVariants.Of(found.Body))
            foreach (var (key, keyTold) in Keys(found))
                foreach (var digest in Digest.Known)
                    foreach (var (content, contentTold) in Contents(found, body))
                        foreach (var (bytes, writing) in writings.Where(written => written.Bytes.Length == digest.Length))
                            if (digest.Of(key, content).AsSpan().SequenceEqual(bytes)) return Told(found, prefix, writing, digest, keyTold, bodyTold, contentTold);
        var wrong = writings[0].Bytes.Length == found.Digest.Length ? "" : $" It has {writings[0].Bytes.Length} bytes, and {found.Digest.Name} makes {found.Digest.Length}.";
        return $"neither the secret nor the body in any usual writing makes this signature: another secret, or a body that was changed.{wrong} With this secret and body it would be {found.Right}";
    }

    private static string Told(Mismatch found, string prefix, string writing, Digest digest, string key, string body, string content)
    {
        var told = new List<string>();
        if (prefix.Length > 0) told.Add($"has '{prefix}' before it, which does not belong there");
        if (digest != found.Digest) told.Add($"is made with {digest.Name}, and not with {found.Digest.Name}");
        if (writing == "base64" != found.IsBase64) told.Add($"is written in {writing}, and not in {(found.IsBase64 ? "base64" : "hexadecimal digits")}");
        if (key.Length > 0) told.Add(key);
        if (content.Length > 0) told.Add(content);
        if (body.Length > 0) told.Add($"is {body}");
        return $"the signature in {found.Header} {string.Join("; it ", told)}";
    }

    /// <summary>The bytes that a text may stand for.</summary>
    private static List<(byte[] Bytes, string Writing)> Bytes(string text)
    {
        var found = new List<(byte[], string)>();
        if (text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit)) found.Add((Convert.FromHexString(text), "hexadecimal digits"));
        var padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (padded.Length > 0 && Convert.TryFromBase64String(padded, bytes, out var length)) found.Add((bytes[..length], "base64"));
        return found;
    }

    private static IEnumerable<(byte[] Key, string Told)> Keys(Mismatch found)
    {
        yield return (found.Keys[0], "");
        foreach (var other in found.Keys.Skip(1)) yield return (other, "is keyed with the secret's text, and not with the bytes that its base64 stands for");
        var secret = found.Secret;
        if (secret.Trim() is var trimmed && trimmed.Length != secret.Length) yield return (Encoding.UTF8.GetBytes(trimmed), "is keyed with the secret without the space around it");
        yield return (Encoding.UTF8.GetBytes(secret + "\n"), "is keyed with the secret and a newline behind it, as a file may have it");
        foreach (var (bytes, writing) in Bytes(secret)) yield return (bytes, $"is keyed with the bytes for which the secret stands when it is read as {writing}");
        if (secret.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space) yield return (Encoding.UTF8.GetBytes(secret[(space + 1)..]), $"is keyed with the secret without '{secret[..space]}'");
        yield return (Encoding.UTF8.GetBytes("Bearer " + secret), "is keyed with 'Bearer ' and the secret");
    }

    private static IEnumerable<(byte[] Content, string Told)> Contents(Mismatch found, byte[] body)
    {
        var whole = found.Content(body);
        yield return (whole, "");
        if (!whole.AsSpan().SequenceEqual(body)) yield return (body, "is over the body alone, and not over id, time and body");
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..37] + "...";
}
