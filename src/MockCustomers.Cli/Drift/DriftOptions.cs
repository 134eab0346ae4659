namespace MockCustomers.Cli.Drift;

/// <summary>Whom to ask, and as whom.</summary>
/// <param name="Against">What stands in place of the URL of the spec's server; no slash at the end.</param>
/// <param name="Credential">The header and its value.</param>
/// <param name="Headers">Sent with every request.</param>
/// <param name="Ids">Customers to get besides those that a list shows.</param>
internal sealed record DriftOptions(
    string Against, KeyValuePair<string, string> Credential, IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<string> Ids);
