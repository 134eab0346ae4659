using MockCustomers.Journal;

namespace MockCustomers.Matching;

/// <summary>What is asked of the requests of a journal: WireMock's request pattern, and vendor, operation, status and customer beside it.</summary>
internal sealed class RequestPattern
{
    private readonly IReadOnlyList<Predicate<SeenRequest>> conditions;

    internal RequestPattern(string? session, IReadOnlyList<Predicate<SeenRequest>> conditions)
    {
        Session = session;
        this.conditions = conditions;
    }

    /// <summary>The session whose journal is meant; null when the pattern names none.</summary>
    public string? Session { get; }

    /// <summary>Whether a request matches.</summary>
    /// <exception cref="PatternException">That cannot be found out.</exception>
    public bool IsMatch(JournalEntry entry)
    {
        var seen = new SeenRequest(entry);
        foreach (var condition in conditions)
            if (!condition(seen)) return false;
        return true;
    }
}
