using System.Security.Cryptography;
using System.Text;

namespace MockCustomers.Server;

/// <summary>Hashes files as they are read, so that what is served can be told from what has changed since.</summary>
internal sealed class SourceHash
{
    private readonly StringBuilder files = new();

    /// <summary>Adds a file that was read.</summary>
    public void Add(string file, ReadOnlySpan<byte> content) => Add(file, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Adds a file by the SHA-256 of what was read.</summary>
    public void Add(string file, string sha256) => files.Append(file).Append(' ').Append(sha256).Append('\n');

    /// <summary>Lower-case hex of SHA-256 over what was added so far.</summary>
    public override string ToString() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files.ToString())));
}
