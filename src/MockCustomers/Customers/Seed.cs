using System.Globalization;

namespace MockCustomers.Customers;

/// <summary>A seed: equal seeds give equal customers, on every machine and in every run.</summary>
/// <param name="Text">As the user wrote it: any text, a number included.</param>
public readonly record struct Seed(string Text)
{
    /// <summary>64 bits of the text.</summary>
    public ulong Value { get; } = StableHash.Text(Text);

    public static Seed Of(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => Text;
}
