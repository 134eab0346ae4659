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

    public Admission Admit(IRequestHeaders headers)
    {
        var admission = main.Admit(headers);
        if (admission.Fault is not { Kind: FaultKind.MissingCredential }) return admission;
        foreach (var other in others)
            if (other.Admit(headers) is { Fault: null } admitted) return admitted;
        return admission;
    }
}
