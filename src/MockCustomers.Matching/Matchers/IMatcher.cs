namespace MockCustomers.Matching.Matchers;

/// <summary>What is asked of one value.</summary>
internal interface IMatcher
{
    /// <param name="content">null when there is no such value.</param>
    bool IsMatch(Content? content);
}
