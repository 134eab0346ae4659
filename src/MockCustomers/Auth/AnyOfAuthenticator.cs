using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>Several ways to show who one is: any of them will do.</summary>
/// <param name="main">The documented one, whose refusal is told.</param>
/// <param name="others">The ones that older clients use.</param>
internal sealed class AnyOfAuthenticator(IAuthenticator main, IReadOnlyList<IAuthenticator> others) : IAuthenticator
{
    public string Name => main.Name;

    public string Header => main.Header;

    public string Sample => main.Sample;

    public string? VersionOf(IRequestHeaders headers) => main.VersionOf(headers);

    public Fault? Check(IRequestHeaders headers)
    {
        var refusal = main.Check(headers);
        if (refusal is null || refusal.Kind != FaultKind.MissingCredential) return refusal;
        return others.Any(other => other.Check(headers) is null) ? null : refusal;
    }
}
