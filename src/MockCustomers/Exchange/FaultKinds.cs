namespace MockCustomers.Exchange;

/// <summary>The names by which manifests call the faults, and which fault's wording another one takes where it has none of its own.</summary>
internal static class FaultKinds
{
    /// <summary>Every kind, in the order of their values, which count up from 0.</summary>
    public static FaultKind[] All { get; } = Enum.GetValues<FaultKind>();

    public static EnumNames<FaultKind> Names { get; } = new();

    static FaultKinds()
    {
        foreach (var kind in All) Names[char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..]] = kind;
    }

    /// <summary>A fault, and then those whose wording it takes, one after the other.</summary>
    public static IEnumerable<FaultKind> Chain(FaultKind kind)
    {
        for (FaultKind? at = kind; at is { } one; at = Fallback(one)) yield return one;
    }

    /// <summary>Whether a fault without wording of its own has the general shape of the vendor's errors.</summary>
    public static bool HasGeneralShape(FaultKind kind) => kind == FaultKind.UnsupportedEncoding;

    /// <summary>The fault whose wording a fault takes; null when it needs its own.</summary>
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
