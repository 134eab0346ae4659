using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>The words by which manifests call the faults, and which fault speaks for another that has no words of its own.</summary>
public static class FaultKinds
{
    public static IReadOnlyDictionary<string, FaultKind> Words { get; } =
        Enum.GetValues<FaultKind>().ToDictionary(kind => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..]);

    /// <summary>The faults whose words a fault borrows, one after the other.</summary>
    public static IEnumerable<FaultKind> Chain(FaultKind kind)
    {
        while (Fallback(kind) is { } other) yield return kind = other;
    }

    /// <summary>The fault whose words a fault borrows; null when it needs its own.</summary>
    public static FaultKind? Fallback(FaultKind kind) => kind switch
    {
        FaultKind.MalformedCredential => FaultKind.MissingCredential,
        FaultKind.UnknownCredential => FaultKind.MissingCredential,
        FaultKind.MalformedId => FaultKind.NoSuchCustomer,
        FaultKind.InvalidBody => FaultKind.InvalidParameter,
        FaultKind.MalformedBody => FaultKind.InvalidParameter,
        FaultKind.MissingBody => FaultKind.MalformedBody,
        FaultKind.UnsupportedMediaType => FaultKind.InvalidParameter,
        FaultKind.BodyTooLarge => FaultKind.InvalidParameter,
        FaultKind.Conflict => FaultKind.InvalidParameter,
        FaultKind.IllegalMove => FaultKind.InvalidParameter,
        FaultKind.TooBroad => FaultKind.InvalidParameter,
        FaultKind.TooManyRequests => FaultKind.InvalidParameter,
        _ => null,
    };
}
