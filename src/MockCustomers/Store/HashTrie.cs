using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MockCustomers.Store;

/// <summary>An immutable map by hash: a change copies the way to what it changes, four to six small nodes, and shares all else (ADR 34).</summary>
/// <remarks>Whoever holds one may read it while others make new ones of it. In no order.</remarks>
internal sealed class HashTrie<TKey, TValue>
    where TKey : notnull
{
    /// <summary>A node has a place for each value of so many bits of a hash: wider ones are copied slower, narrower ones nest deeper.</summary>
    private const int Bits = 4;

    private readonly IEqualityComparer<TKey> comparer;
    private readonly Node root;

    /// <summary>An empty map.</summary>
    /// <param name="comparer">Tells whether two keys are the same; null for the keys' own word.</param>
    public HashTrie(IEqualityComparer<TKey>? comparer = null)
        : this(new Node(0, 0, []), 0, comparer ?? EqualityComparer<TKey>.Default)
    {
    }

    private HashTrie(Node root, int count, IEqualityComparer<TKey> comparer) => (this.root, Count, this.comparer) = (root, count, comparer);

    public int Count { get; }

    public IEnumerable<TValue> Values => root.Values;

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var leaf = root.Find(comparer.GetHashCode(key), key, comparer);
        value = leaf is null ? default : leaf.Value;
        return leaf is not null;
    }

    public TValue? GetValueOrDefault(TKey key) => TryGetValue(key, out var value) ? value : default;

    public bool ContainsKey(TKey key) => TryGetValue(key, out _);

    /// <summary>The map with a value for a key, in place of any that it had.</summary>
    public HashTrie<TKey, TValue> With(TKey key, TValue value)
    {
        var isNew = false;
        var changed = root.With(new Leaf(comparer.GetHashCode(key), key, value, null), 0, comparer, ref isNew);
        return new HashTrie<TKey, TValue>(changed, isNew ? Count + 1 : Count, comparer);
    }

    /// <summary>The map without a key: itself, when it has no such key.</summary>
    public HashTrie<TKey, TValue> Without(TKey key)
    {
        var changed = root.Without(comparer.GetHashCode(key), key, 0, comparer);
        return ReferenceEquals(changed, root) ? this : new HashTrie<TKey, TValue>(changed, Count - 1, comparer);
    }

    /// <summary>The empty map with the same word about keys.</summary>
    public HashTrie<TKey, TValue> Cleared() => new(comparer);

    /// <summary>A key with its value.</summary>
    /// <param name="next">Another one of the same hash; null for none.</param>
    private sealed class Leaf(int hash, TKey key, TValue value, Leaf? next)
    {
        public readonly int Hash = hash;
        public readonly TKey Key = key;
        public readonly TValue Value = value;
        public readonly Leaf? Next = next;

        public Leaf? Find(TKey key, IEqualityComparer<TKey> comparer)
        {
            for (var leaf = this; leaf is not null; leaf = leaf.Next)
                if (comparer.Equals(leaf.Key, key)) return leaf;
            return null;
        }

        /// <summary>The leaves of this hash without one that is among them; null when it was the only one.</summary>
        public Leaf? Without(Leaf one) => ReferenceEquals(this, one) ? Next : new Leaf(Hash, Key, Value, Next!.Without(one));

        public Leaf Before(Leaf? others) => others is null && Next is null ? this : new Leaf(Hash, Key, Value, others);
    }

    /// <summary>What has so many bits of the hash in common.</summary>
    /// <param name="map">A bit for each place that is taken.</param>
    /// <param name="nodes">Of those, a bit for each that a node has taken; the others have leaves.</param>
    /// <param name="items">What has taken the places, in their order.</param>
    private sealed class Node(uint map, uint nodes, object[] items)
    {
        private readonly uint map = map;
        private readonly uint nodes = nodes;
        private readonly object[] items = items;

        public IEnumerable<TValue> Values
        {
            get
            {
                foreach (var item in items)
                {
                    if (item is Node node)
                        foreach (var value in node.Values) yield return value;
                    for (var leaf = item as Leaf; leaf is not null; leaf = leaf.Next) yield return leaf.Value;
                }
            }
        }

        public Leaf? Find(int hash, TKey key, IEqualityComparer<TKey> comparer)
        {
            var node = this;
            for (var shift = 0; ; shift += Bits)
            {
                var bit = Bit(hash, shift);
                if ((node.map & bit) == 0) return null;
                var item = node.items[node.Place(bit)];
                if ((node.nodes & bit) == 0) return LeafOf(item) is var leaf && leaf.Hash == hash ? leaf.Find(key, comparer) : null;
                node = NodeOf(item);
            }
        }

        public Node With(Leaf added, int shift, IEqualityComparer<TKey> comparer, ref bool isNew)
        {
            var bit = Bit(added.Hash, shift);
            var place = Place(bit);
            if ((map & bit) == 0)
            {
                isNew = true;
                return new Node(map | bit, nodes, [.. items.AsSpan(0, place), added, .. items.AsSpan(place)]);
            }

            if ((nodes & bit) != 0) return With(place, NodeOf(items[place]).With(added, shift + Bits, comparer, ref isNew), nodes);
            var leaf = LeafOf(items[place]);
            if (leaf.Hash != added.Hash)
            {
                isNew = true;
                return With(place, Of(leaf, added, shift + Bits), nodes | bit);
            }

            var old = leaf.Find(added.Key, comparer);
            isNew = old is null;
            return With(place, added.Before(old is null ? leaf : leaf.Without(old)), nodes);
        }

        /// <summary>Itself, when there is no such key.</summary>
        public Node Without(int hash, TKey key, int shift, IEqualityComparer<TKey> comparer)
        {
            var bit = Bit(hash, shift);
            if ((map & bit) == 0) return this;
            var place = Place(bit);
            if ((nodes & bit) != 0)
            {
                var node = NodeOf(items[place]);
                var changed = node.Without(hash, key, shift + Bits, comparer);
                if (ReferenceEquals(changed, node)) return this;
                return changed.nodes == 0 && changed.items.Length == 1 ? With(place, changed.items[0], nodes & ~bit) : With(place, changed, nodes);
            }

            var leaf = LeafOf(items[place]);
            if (leaf.Hash != hash || leaf.Find(key, comparer) is not { } old) return this;
            return leaf.Without(old) is { } left ? With(place, left, nodes) : new Node(map & ~bit, nodes, [.. items.AsSpan(0, place), .. items.AsSpan(place + 1)]);
        }

        private static Node Of(Leaf one, Leaf other, int shift)
        {
            var (first, second) = (Bit(one.Hash, shift), Bit(other.Hash, shift));
            if (first == second) return new Node(first, first, [Of(one, other, shift + Bits)]);
            return new Node(first | second, 0, first < second ? [one, other] : [other, one]);
        }

        private static uint Bit(int hash, int shift) => 1u << ((hash >>> shift) & ((1 << Bits) - 1));

        private int Place(uint bit) => BitOperations.PopCount(map & (bit - 1));

        // The bits tell which is which: a cast of a generic type asks the runtime each time.
        private static Node NodeOf(object item) => Unsafe.As<Node>(item);

        private static Leaf LeafOf(object item) => Unsafe.As<Leaf>(item);

        private Node With(int place, object item, uint nodes)
        {
            var changed = items.AsSpan().ToArray();
            changed[place] = item;
            return new Node(map, nodes, changed);
        }
    }
}
