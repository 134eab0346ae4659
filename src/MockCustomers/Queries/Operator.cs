namespace MockCustomers.Queries;

/// <summary>How a field is compared with what a client asks for.</summary>
internal enum Operator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,

    /// <summary>One of several values.</summary>
    In,
    NotIn,

    /// <summary>The text is in the field's, in either case.</summary>
    Contains,
    NotContains,

    /// <summary>The field is there, if only as null; or, with false, it is not.</summary>
    Exists,

    /// <summary>Every one of several values is in the list.</summary>
    All,

    /// <summary>A list of so many.</summary>
    Size,
    NotSize,
}
