using System.Globalization;
using System.Runtime.CompilerServices;

namespace MockCustomers.Fakes.Countries;

/// <summary>A text with slots in braces, such as "{number} {street}", cut up once.</summary>
internal sealed class Template
{
    private readonly List<string> literals = [];
    private readonly List<int> slots = [];

    private Template()
    {
    }

    /// <param name="names">The slots; each must be there.</param>
    /// <returns>null when a slot is missing or unknown.</returns>
    public static Template? Parse(string text, params string[] names)
    {
        var template = new Template();
        var rest = text;
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf('}', open);
            var slot = close < 0 ? -1 : Array.IndexOf(names, rest[(open + 1)..close]);
            if (slot < 0) return null;
            template.literals.Add(rest[..open]);
            template.slots.Add(slot);
            rest = rest[(close + 1)..];
        }

        template.literals.Add(rest);
        return Array.TrueForAll(names, name => text.Contains($"{{{name}}}", StringComparison.Ordinal)) ? template : null;
    }

    /// <param name="values">For each slot, in the order of its names.</param>
    public string Fill(params ReadOnlySpan<string> values)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[128]);
        for (var i = 0; i < slots.Count; i++)
        {
            text.AppendLiteral(literals[i]);
            text.AppendLiteral(values[slots[i]]);
        }

        text.AppendLiteral(literals[^1]);
        return text.ToStringAndClear();
    }
}
