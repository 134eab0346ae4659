using MockCustomers.Contracts;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A request and what a vendor answered to it.</summary>
/// <param name="Operation">The operation that answered.</param>
/// <param name="Target">Path and query, the base path included.</param>
/// <param name="Headers">Of the request, the credential among them.</param>
/// <param name="Body">Of the request, JSON; null when there is none.</param>
internal sealed record RecordedExchange(
    Operation Operation, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body, RecordedReply Reply)
{
    public string Method => Operation.Method;
}
