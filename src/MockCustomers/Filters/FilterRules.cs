namespace MockCustomers.Filters;

/// <summary>What a list can be asked for. Names are those of query parameters or, for a search, of the body's properties.</summary>
internal sealed record FilterRules
{
    /// <summary>Name and field: the field has that value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Equal { get; init; } = [];

    /// <summary>Name and field: the field has one of those values, separated by commas or in a list.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Any { get; init; } = [];

    /// <summary>Name and field: the field is an object that has each of those properties.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Each { get; init; } = [];

    /// <summary>The grammar of expressions; null when there are none.</summary>
    public IFilterGrammar? Grammar { get; init; }

    /// <summary>Name of an expression in the grammar; null for none.</summary>
    public string? Expression { get; init; }

    /// <summary>Names of further expressions in the grammar, of whose terms all, any or none have to hold: name and "all", "any" or "none".</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Groups { get; init; } = [];

    /// <summary>Name of the sort: fields separated by spaces or commas, a minus for descending; or a list of {field, direction}; null for none.</summary>
    public string? Sort { get; init; }

    /// <summary>Name of the direction of a sort by one field: asc or desc; null for none.</summary>
    public string? Order { get; init; }

    /// <summary>The field of the creation time, by which a list is sorted that is told a direction alone; null when there is none.</summary>
    public string? Created { get; init; }
}
