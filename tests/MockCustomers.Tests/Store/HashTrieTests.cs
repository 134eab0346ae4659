using FsCheck.Xunit;
using MockCustomers.Store;

namespace MockCustomers.Tests.Store;

public sealed class HashTrieTests
{
    /// <summary>How many bits of a key its hash has: with few of them, different keys have the same one.</summary>
    private static readonly int[] HashBits = [32, 5, 1, 0];

    [Property]
    public bool It_holds_what_a_dictionary_holds_after_the_same_changes(List<(byte Key, int Value, bool Removes)> changes) =>
        Array.TrueForAll(HashBits, bits => IsSame(bits, changes));

    [Property]
    public bool What_was_made_of_one_leaves_it_as_it_was(List<byte> before, List<byte> added, List<byte> removed) => Array.TrueForAll(HashBits, bits =>
    {
        var trie = Of(bits, before);
        var other = added.Aggregate(trie, (changed, key) => changed.With(key, -1));
        _ = removed.Aggregate(other, (changed, key) => changed.Without(key));
        return before.TrueForAll(key => trie.GetValueOrDefault(key) == key) && trie.Values.Order().SequenceEqual(before.Distinct().Order().Select(key => (int)key));
    });

    [Fact]
    public void A_hundred_thousand_keys_come_and_go()
    {
        var keys = Enumerable.Range(0, 100_000).Select(i => $"key {i}").ToList();
        var trie = new HashTrie<string, int>();
        for (var i = 0; i < keys.Count; i++) trie = trie.With(keys[i], i);
        trie.Count.ShouldBe(100_000);
        for (var i = 0; i < keys.Count; i++) trie.GetValueOrDefault(keys[i]).ShouldBe(i);
        foreach (var key in keys) trie = trie.Without(key);
        trie.Count.ShouldBe(0);
        trie.Values.ShouldBeEmpty();
    }

    [Fact]
    public void Its_comparer_tells_which_keys_are_the_same()
    {
        var trie = new HashTrie<string, int>(StringComparer.OrdinalIgnoreCase).With("a", 1).With("A", 2);
        trie.Count.ShouldBe(1);
        trie.GetValueOrDefault("a").ShouldBe(2);
        trie.Cleared().With("b", 3).ContainsKey("B").ShouldBeTrue();
        trie.Without("b").ShouldBeSameAs(trie);
    }

    private static bool IsSame(int bits, List<(byte Key, int Value, bool Removes)> changes)
    {
        var (trie, map) = (Of(bits, []), new Dictionary<byte, int>());
        foreach (var (key, value, removes) in changes)
        {
            trie = removes ? trie.Without(key) : trie.With(key, value);
            if (removes) map.Remove(key);
            else map[key] = value;
        }

        return trie.Count == map.Count && trie.Values.Order().SequenceEqual(map.Values.Order())
            && Enumerable.Range(0, 256).All(key => trie.TryGetValue((byte)key, out var value) == map.TryGetValue((byte)key, out var expected) && value == expected);
    }

    private static HashTrie<byte, int> Of(int bits, List<byte> keys) =>
        keys.Aggregate(new HashTrie<byte, int>(new FewHashes(bits)), (trie, key) => trie.With(key, key));

    /// <param name="bits">How many bits a hash has, the uppermost ones.</param>
    private sealed class FewHashes(int bits) : IEqualityComparer<byte>
    {
        public bool Equals(byte one, byte other) => one == other;

        public int GetHashCode(byte key) => bits == 0 ? 7 : (int)((key * 2654435761u) >> (32 - bits) << (32 - bits));
    }
}
