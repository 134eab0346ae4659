using System.Runtime.CompilerServices;

namespace MockCustomers.Customers;

/// <summary>Hashing that never changes: what every seed, id and choice is made of.</summary>
/// <remarks>SplitMix64's finalizer over 64-bit words and FNV-1a over UTF-16, because the runtime's own hashes differ from run to run.</remarks>
internal static class StableHash
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A bijection of 64 bits that leaves no pattern of its input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ulong value)
    {
        value += Golden;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A new seed out of a seed and a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong seed, ulong value) => Bits(seed ^ Bits(value));

    /// <summary>A new seed out of a seed and a name.</summary>
    public static ulong Of(ulong seed, string name) => Of(seed, Text(name));

    /// <summary>64 bits of a text.</summary>
    public static ulong Text(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return Bits(hash);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1 out of random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(ulong bits, int bound) => (int)Math.BigMul(bits, (ulong)bound, out _);
}
