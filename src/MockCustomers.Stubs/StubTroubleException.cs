namespace MockCustomers.Stubs;

/// <summary>What a stub failed at, beside a reply: a pattern that does not end, a webhook that nobody takes.</summary>
internal sealed class StubTroubleException(string message) : Exception(message)
{
    /// <summary>What happened; where in the sandbox it was noticed says nothing.</summary>
    public override string ToString() => Message;
}
