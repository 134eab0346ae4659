using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>One way in which a client shows who it is, named by manifests.</summary>
internal interface IAuthenticator
{
    string Name { get; }

    /// <summary>The header that carries the credential.</summary>
    string Header { get; }

    /// <summary>A value of the header that works.</summary>
    string Sample { get; }

    /// <summary>Looks at the credential of a request, once.</summary>
    Admission Admit(IRequestHeaders headers);
}
