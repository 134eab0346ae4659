using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>The words by which manifests call the faults, and which fault speaks for another that has no words of its own.</summary>
public static class FaultKinds
{
    /// <summary>Every kind, in the order of their values, which count up from 0.</summary>
    public static IReadOnlyList<FaultKind> All { get; } = Enum.GetValues<FaultKind>();

    public static Words<FaultKind> Words { get; } = new();

    static FaultKinds()
    {
        foreach (var kind in All) Words[char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..]] = kind;
    }

    /// <summary>A fault, and then those whose words it borrows, one after the other.</summary>
    public static IEnumerable<FaultKind> Chain(FaultKind kind)
    {
        for (FaultKind? at = kind; at is { } one; at = Fallback(one)) yield return one;
    }

    /// <summary>Whether a fault without words of its own is told in the general shape of the vendor's errors.</summary>
    public static bool HasGeneralWords(FaultKind kind) => kind == FaultKind.UnsupportedEncoding;

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
