namespace MockCustomers.Vendors;

/// <summary>How {violations} is written.</summary>
internal enum ViolationStyle
{
    /// <summary>All in one text.</summary>
    Sentence,

    /// <summary>The first, in a text.</summary>
    FirstSentence,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>A list of objects, by a template.</summary>
    Objects,

    /// <summary>The first, as an object of its field and text.</summary>
    First,

    /// <summary>An object of each field's first text.</summary>
    ByField,

    /// <summary>An object of each field's list of texts.</summary>
    ListByField,
}
