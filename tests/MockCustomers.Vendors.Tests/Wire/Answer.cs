using System.Text;

namespace MockCustomers.Vendors.Tests.Wire;

/// <summary>A reply as it came over the wire.</summary>
/// <param name="StatusLine">Without its line break.</param>
/// <param name="Headers">In the order of sending.</param>
public sealed record Answer(string StatusLine, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public int Status => int.Parse(StatusLine.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A header's value, several joined with a comma; null when it was not sent.</summary>
    public string? this[string name]
    {
        get
        {
            var values = Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList();
            return values.Count == 0 ? null : string.Join(", ", values);
        }
    }
}
