using MockCustomers.Exchange;

namespace MockCustomers.Journal;

/// <summary>One thing that was wrong with a refused request.</summary>
/// <param name="Pointer">Where: "/query/per_page", "/header/Content-Type", "/body/email"; empty for no place of the request.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Seen">What was sent; null when nothing was, or when the journal does not keep it.</param>
internal sealed record RefusalDetail(string Pointer, string Expected, string? Seen)
{
    /// <summary>The schema's keyword that was broken; null where no schema was.</summary>
    public string? Rule { get; init; }

    /// <summary>All that was wrong; empty when the request was not refused.</summary>
    /// <param name="credential">The header that the vendor reads credentials from.</param>
    public static IReadOnlyList<RefusalDetail> Of(JournalEntry entry, string credential)
    {
        if (entry.Fault is not { } fault) return [];
        if (fault.Violations.Count > 0) return [.. fault.Violations.Select(Of)];
        return fault.Kind switch
        {
            FaultKind.MissingCredential => [new("/header/" + credential, "a credential", null)],
            FaultKind.MalformedCredential => [new("/header/" + credential, "a credential in the form of the scheme", null)],
            FaultKind.UnknownCredential => [new("/header/" + credential, "the credential of an account", null)],
            FaultKind.NoSuchPath => [new("/path", "the path of an operation", entry.Target.Split('?', 2)[0])],
            FaultKind.MethodNotAllowed => [new("/method", fault.Allow ?? "another method", entry.Method)],
            FaultKind.NoSuchCustomer or FaultKind.MalformedId => [new(fault.Id == entry.Customer ? "/path" : "", "the id of a customer", fault.Id)],
            FaultKind.MalformedBody => [new("/body", "JSON", null)],
            FaultKind.MissingBody => [new("/body", "a body", null)],
            FaultKind.BodyTooLarge => [new("/body", "a smaller body", null)],
            FaultKind.UnsupportedMediaType => [new("/header/Content-Type", "application/json", Header(entry, "Content-Type"))],
            FaultKind.UnsupportedEncoding => [new("/header/Content-Encoding", "none", Header(entry, "Content-Encoding"))],
            FaultKind.Conflict => [new("/body", "a value that no other customer has", null)],
            FaultKind.IllegalMove => [new("/path", "a customer in a state that allows this", entry.Customer)],
            FaultKind.TooBroad => [new("/query", "a question about fewer customers", null)],
            FaultKind.TooManyRequests => [new("", "fewer requests", null)],
            _ => [],
        };
    }

    private static RefusalDetail Of(Violation violation) =>
        new(violation.Pointer, RefusalReason.Expected(violation), RefusalReason.Seen(violation)) { Rule = violation.Rule };

    private static string? Header(JournalEntry entry, string name) =>
        entry.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
