using System.Collections;
using MockCustomers.Journal;

namespace MockCustomers.Testing;

/// <summary>What was called, oldest first; the latest 1,000 calls of a session, unless the sandbox was told otherwise. Each look sees the calls of that moment.</summary>
/// <remarks>A call is there once it is answered. What is expected in vain throws an <see cref="UnexpectedCallsException"/> that prints the calls.</remarks>
public sealed class SandboxCalls : IEnumerable<SandboxCall>
{
    private readonly RequestJournal journal;
    private readonly string? vendor;

    /// <param name="vendor">Whose calls; null for those of all vendors.</param>
    internal SandboxCalls(RequestJournal journal, string? vendor)
    {
        this.journal = journal;
        this.vendor = vendor;
    }

    /// <summary>The calls in lines, as they are printed when an expectation fails.</summary>
    public override string ToString() => UnexpectedCallsException.Lines([.. this]);

    /// <summary>The latest call that is meant.</summary>
    /// <exception cref="UnexpectedCallsException">There is none.</exception>
    public SandboxCall Last(Func<SandboxCall, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var calls = this.ToList();
        return calls.FindLast(call => isMeant(call)) ?? throw new UnexpectedCallsException(calls.Count == 0 ? "there was no call" : "there was no such call", calls);
    }

    /// <summary>The latest call of an operation, with a status; what is null is any.</summary>
    /// <exception cref="UnexpectedCallsException">There is none.</exception>
    public SandboxCall Last(string? operation = null, int? status = null) => Last(call => IsMeant(call, operation, status));

    /// <summary>The one call that is meant.</summary>
    /// <exception cref="UnexpectedCallsException">There is none, or more than one.</exception>
    public SandboxCall Single(Func<SandboxCall, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var calls = this.ToList();
        var found = calls.FindAll(call => isMeant(call));
        return found is [var single] ? single : throw Wrong(1, found.Count, calls);
    }

    /// <summary>The one call of an operation, with a status; what is null is any.</summary>
    /// <exception cref="UnexpectedCallsException">There is none, or more than one.</exception>
    public SandboxCall Single(string? operation = null, int? status = null) => Single(call => IsMeant(call, operation, status));

    /// <summary>How many of the calls are meant.</summary>
    public int Count(Func<SandboxCall, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        return Enumerable.Count(this, isMeant);
    }

    /// <summary>How many calls of an operation there were, with a status; what is null is any.</summary>
    public int Count(string? operation = null, int? status = null) => Count(call => IsMeant(call, operation, status));

    /// <summary>Expects that so many calls are meant.</summary>
    /// <returns>Those calls, oldest first.</returns>
    /// <exception cref="UnexpectedCallsException">There are more or fewer.</exception>
    public IReadOnlyList<SandboxCall> Expect(int count, Func<SandboxCall, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var calls = this.ToList();
        var found = calls.FindAll(call => isMeant(call));
        return found.Count == count ? found : throw Wrong(count, found.Count, calls);
    }

    /// <summary>Expects so many calls of an operation, with a status; what is null is any.</summary>
    /// <returns>Those calls, oldest first.</returns>
    /// <exception cref="UnexpectedCallsException">There are more or fewer.</exception>
    public IReadOnlyList<SandboxCall> Expect(int count, string? operation = null, int? status = null) => Expect(count, call => IsMeant(call, operation, status));

    /// <summary>Expects that no call was refused or struck by a fault.</summary>
    /// <exception cref="UnexpectedCallsException">One was; it tells why.</exception>
    public void ExpectNoRefusals()
    {
        var refused = this.Where(call => call.Reason is not null).ToList();
        if (refused.Count > 0) throw new UnexpectedCallsException($"expected no refusal, and there were {refused.Count}", refused);
    }

    /// <summary>The calls of this moment, oldest first.</summary>
    public IEnumerator<SandboxCall> GetEnumerator() => journal.Latest.Where(entry => vendor is null || entry.Vendor == vendor)
        .Reverse().Select(entry => new SandboxCall(entry)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsMeant(SandboxCall call, string? operation, int? status) =>
        (operation is null || call.Operation == operation) && (status is null || call.Status == status);

    private static UnexpectedCallsException Wrong(int expected, int found, IReadOnlyList<SandboxCall> calls) => new(
        $"expected {expected} {(expected == 1 ? "call" : "calls")} like this, and there {(found == 1 ? "was 1" : $"were {found}")} of {calls.Count}", calls);
}
