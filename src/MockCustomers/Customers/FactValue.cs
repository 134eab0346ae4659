namespace MockCustomers.Customers;

/// <summary>One fact of one customer.</summary>
internal readonly struct FactValue
{
    private readonly object? reference;

    private FactValue(FactKind kind, object? reference, long number)
    {
        Kind = kind;
        this.reference = reference;
        Number = number;
    }

    public FactKind Kind { get; }

    /// <summary>The number behind an integer, a boolean (0 or 1), an instant (Unix microseconds) or a day (day number).</summary>
    public long Number { get; }

    /// <summary>The text of a text or of JSON.</summary>
    public string Text => (string)reference!;

    public static FactValue Null => default;

    public static FactValue Of(string? text) => text is null ? Null : new FactValue(FactKind.Text, text, 0);

    public static FactValue Of(long number) => new(FactKind.Integer, null, number);

    public static FactValue Of(bool flag) => new(FactKind.Boolean, null, flag ? 1 : 0);

    public static FactValue Instant(long unixMicroseconds) => new(FactKind.Instant, null, unixMicroseconds);

    public static FactValue Day(DateOnly day) => new(FactKind.Day, null, day.DayNumber);

    public static FactValue Json(string json) => new(FactKind.Json, json, 0);

    public static FactValue Thing(object thing) => new(FactKind.Thing, thing, 0);

    /// <summary>The thing behind <see cref="FactKind.Thing"/>.</summary>
    public T As<T>() where T : class => (T)reference!;
}
