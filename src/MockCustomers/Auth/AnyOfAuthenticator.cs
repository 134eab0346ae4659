using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>Several ways to show who one is: any of them will do.</summary>
/// <param name="main">The documented one, whose refusal is told.</param>
/// <param name="others">The ones that older clients use.</param>
/// <param name="admitsOthers">Whether they are let in; else whoever uses one is turned away, and the fault tells what would let it in.</param>
internal sealed class AnyOfAuthenticator(IAuthenticator main, IAuthenticator[] others, bool admitsOthers) : IAuthenticator
{
    public string Name => main.Name;

    public string Header => main.Header;

    public string Sample => main.Sample;

    public Admission Admit(IRequestHeaders headers)
    {
        var admission = main.Admit(headers);
        if (admission.Fault is not { Kind: FaultKind.MissingCredential }) return admission;
        foreach (var other in others)
            if (other.Admit(headers) is { Fault: null } admitted) return admitsOthers ? admitted : admission with { Fault = admission.Fault with { Detail = Hint(other.Header) } };
        return admission;
    }

    private string Hint(string header) =>
        $"the {header} header holds a credential as older clients send it, which is let in with --legacy-auth on; the documented header is {main.Header}";
}
