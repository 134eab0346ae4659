using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>The columns of customers, found by looking at every one of them.</summary>
/// <remarks>
/// Free-form fields may hold a member that one customer in a million has, and a header cannot be changed once it is written. The
/// customers are made, not stored, so making them twice costs time and no memory.
/// </remarks>
internal sealed class Columns
{
    private readonly List<string> found = [];
    private readonly HashSet<string> known = [];
    private readonly HashSet<string> nulls = [];

    /// <summary>The columns of a stretch, in the order of their first appearance.</summary>
    public static Columns Of(Stretch stretch)
    {
        var columns = new Columns();
        using var json = new JsonBuffer();
        foreach (var customer in stretch.Customers())
        {
            json.Clear();
            stretch.Write(customer, json);
            FlatCustomer.Read(json.Written.Span, columns.Add);
        }

        return columns;
    }

    /// <summary>Adds the columns of a stretch that follows.</summary>
    public void Add(Columns next)
    {
        foreach (var column in next.found) Add(column, next.nulls.Contains(column) ? null : "");
    }

    /// <summary>All columns. A field that is null here and an object there has those of its members alone.</summary>
    public IReadOnlyList<string> All =>
        [.. found.Where(column => !nulls.Contains(column) || !found.Exists(c => c.StartsWith(column + ".", StringComparison.Ordinal)))];

    private void Add(string column, string? value)
    {
        if (known.Add(column))
        {
            found.Add(column);
            if (value is null) nulls.Add(column);
        }
        else if (value is not null)
        {
            nulls.Remove(column);
        }
    }
}
