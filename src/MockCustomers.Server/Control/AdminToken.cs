using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MockCustomers.Server.Control;

/// <summary>The bearer token of the sandbox's owner.</summary>
internal sealed class AdminToken
{
    private const string Scheme = "Bearer ";
    private const int Bytes = 24;
    private readonly byte[] hash;

    private AdminToken(string text, bool isMade)
    {
        Text = text;
        IsMade = isMade;
        hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    public string Text { get; }

    /// <summary>Whether it was made because nobody gave one.</summary>
    public bool IsMade { get; }

    /// <summary>The token that a sandbox wants: the one that was given, else a new one when others can reach its address; null for none.</summary>
    /// <param name="given">null or empty for none.</param>
    public static AdminToken? For(string host, string? given)
    {
        if (!string.IsNullOrEmpty(given)) return new AdminToken(given, isMade: false);
        return IsLoopback(host) ? null : new AdminToken(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)), isMade: true);
    }

    /// <summary>Whether an Authorization header carries it; takes as long whatever is wrong.</summary>
    /// <param name="header">null when it was not sent.</param>
    public bool IsIn(string? header)
    {
        var isBearer = header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true;
        var sent = isBearer ? header![Scheme.Length..].Trim() : "";
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(sent)), hash) && isBearer;
    }

    private static bool IsLoopback(string host) => host is "localhost" or EndPoints.Loopback || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
