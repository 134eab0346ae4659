using System.Collections;

namespace MockCustomers.Telemetry;

/// <summary>What a log record says: a sentence, and its facts by the names of attributes.</summary>
internal sealed class LogDetails(string text, IEnumerable<(string Name, object? Value)> details) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] all = [.. details.Where(detail => detail.Value is not null).Select(detail => KeyValuePair.Create(detail.Name, detail.Value))];

    public string Text => text;

    public int Count => all.Length;

    public KeyValuePair<string, object?> this[int index] => all[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => all.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => all.GetEnumerator();

    public override string ToString() => text;
}
