namespace MockCustomers.Matching.Matchers;

/// <summary>Which of several values have to match.</summary>
internal enum ValuesRule
{
    /// <summary>One of them.</summary>
    One,

    /// <summary>Each matcher matches one of them, and there are no others.</summary>
    Exactly,

    /// <summary>Each matcher matches one of them.</summary>
    Includes,
}
