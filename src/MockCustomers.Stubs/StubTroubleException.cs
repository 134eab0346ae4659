namespace MockCustomers.Stubs;

/// <summary>What a stub failed at, beside a reply: a pattern that does not end, a webhook that nobody takes.</summary>
internal sealed class StubTroubleException(string message) : Exception(message);
