using MockCustomers.Exchange;

namespace MockCustomers.Journal;

/// <summary>Says in plain words why a request was refused: what was expected, what was seen, and where. Never a credential.</summary>
internal static class RefusalReason
{
    private const int LongestValue = 60;

    /// <summary>Why an exchange ended as it did; null when it was not refused.</summary>
    public static string? Of(JournalEntry entry) =>
        entry.Fault is { } fault ? Of(fault)
        : entry.Injected is not { } injected ? null
        : entry.Broken is { } how ? $"the injected fault '{injected}' broke the connection ({how})" : $"the injected fault '{injected}'";

    /// <summary>Whether its client did not get what it asked for: it was refused, failed, or struck by a fault of the user's.</summary>
    public static bool IsRefused(JournalEntry entry) => entry.Status >= 400 || entry.Fault is not null || entry.Injected is not null;

    public static string Of(Fault fault)
    {
        var reason = fault.Kind switch
        {
            FaultKind.MissingCredential => "no credential was sent",
            FaultKind.MalformedCredential => "the credential is not in the form of the scheme",
            FaultKind.UnknownCredential => "no account has this credential",
            FaultKind.NoSuchPath => "no operation has this path",
            FaultKind.MethodNotAllowed => $"the path takes {fault.Allow}",
            FaultKind.NoSuchCustomer => $"nobody has the id '{Cut(fault.Id ?? "")}'",
            FaultKind.MalformedBody => "the body is not the JSON that the vendor reads",
            FaultKind.MissingBody => "there is no body",
            FaultKind.UnsupportedMediaType => "the Content-Type is not that of JSON",
            FaultKind.BodyTooLarge => "the body is larger than the sandbox reads",
            FaultKind.Conflict => "another customer has this value",
            FaultKind.IllegalMove => "the customer's state does not allow this",
            FaultKind.TooBroad => "too many customers would have to be looked at",
            FaultKind.TooManyRequests => "the client asked too often",
            FaultKind.Unexpected => "the sandbox failed",
            _ => "",
        };
        IEnumerable<string> parts = [reason, .. fault.Violations.Select(Of), fault.Detail ?? ""];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    /// <summary>The same without anything that was sent but the path: where, and what was expected.</summary>
    public static string WithoutValues(Fault fault)
    {
        var bare = fault with { Detail = null, Violations = [.. fault.Violations.Select(violation => violation with { Value = "", Received = "" })] };
        return Of(bare);
    }

    /// <summary>What a violation's rule asks for.</summary>
    internal static string Expected(Violation violation) => violation.Limit.Length == 0 ? violation.Rule : $"{violation.Rule} {violation.Limit}";

    /// <summary>What was sent, or of which type it was; null when nothing was.</summary>
    internal static string? Seen(Violation violation) => violation.Value.Length > 0 ? Cut(violation.Value) : violation.Received.Length > 0 ? violation.Received : null;

    private static string Of(Violation violation)
    {
        var seen = violation.Value.Length > 0 ? $", was '{Seen(violation)}'" : violation.Received.Length > 0 ? $", was {violation.Received}" : "";
        return $"{violation.Pointer}: {Expected(violation)}{seen}";
    }

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
