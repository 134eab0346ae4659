namespace MockCustomers.Validation;

/// <summary>What the parameters of a path came to in one request, decoded.</summary>
/// <param name="names">In the order of the path.</param>
/// <param name="values">As many.</param>
internal readonly struct RouteValues(string[] names, string[] values)
{
    /// <summary>The value of a parameter; null when the path has none of that name.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = 0; i < names.Length; i++)
                if (names[i] == name) return values[i];
            return null;
        }
    }
}
