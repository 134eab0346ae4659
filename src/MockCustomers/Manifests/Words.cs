namespace MockCustomers.Manifests;

/// <summary>The words by which manifests, and clients, call the values of something.</summary>
/// <remarks>They are few: looking through them is as fast as a dictionary, and needs no code made for each kind of value at start-up.</remarks>
public sealed class Words<T>(StringComparison comparison = StringComparison.Ordinal)
    where T : struct
{
    private readonly List<Entry> entries = [];

    /// <summary>All words, in the order in which they were given.</summary>
    public IEnumerable<string> All => entries.Select(entry => entry.Word);

    /// <summary>What a word stands for; null for any other text.</summary>
    public T? this[string word]
    {
        get => entries.Find(entry => entry.Word.Equals(word, comparison))?.Meaning;
        internal set => entries.Add(new Entry(word, value!.Value));
    }

    private sealed record Entry(string Word, T Meaning);
}
