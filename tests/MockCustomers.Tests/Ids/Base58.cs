using System.Numerics;

namespace MockCustomers.Tests.Ids;

/// <summary>Bitcoin's base 58 by the book, with big integers.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>The first four of twelve bytes.</summary>
    public static long SecondOf(string text)
    {
        var number = text.Aggregate(BigInteger.Zero, (sum, c) => sum * 58 + Alphabet.IndexOf(c, StringComparison.Ordinal));
        number.ShouldBeLessThan(BigInteger.One << 96);
        return (long)(number >> 64);
    }
}
