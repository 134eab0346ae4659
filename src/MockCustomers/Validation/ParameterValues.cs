namespace MockCustomers.Validation;

/// <summary>The parameters of one request, checked and decoded; defaults of the spec filled in.</summary>
internal sealed class ParameterValues
{
    private (string Name, string? Text, long? Number)[] values;
    private int count;

    /// <param name="capacity">How many there will be at most; more make it grow.</param>
    internal ParameterValues(int capacity) => values = capacity == 0 ? [] : new (string, string?, long?)[capacity];

    internal void Add(string name, string? text, long? number)
    {
        if (count == values.Length) Array.Resize(ref values, Math.Max(4, count * 2));
        values[count++] = (name, text, number);
    }

    /// <summary>A parameter's text; null when it was not sent and has no default.</summary>
    public string? Text(string name)
    {
        foreach (var value in values.AsSpan(0, count))
            if (value.Name == name) return value.Text;
        return null;
    }

    /// <summary>The parts of a parameter's text between its commas; empty when it was not sent and has no default.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The whole number of an integer parameter, held within 64 bits; null when it was not sent and has no default.</summary>
    public long? Number(string name)
    {
        foreach (var value in values.AsSpan(0, count))
            if (value.Name == name) return value.Number;
        return null;
    }
}
