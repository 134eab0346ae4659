using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>One way in which a client shows who it is, named by manifests.</summary>
public interface IAuthenticator
{
    string Name { get; }

    /// <summary>The header that carries the credential.</summary>
    string Header { get; }

    /// <summary>A value of the header that works.</summary>
    string Sample { get; }

    /// <summary>The API version to which the client's key is bound; that of the first key for a client without one; null where keys have none.</summary>
    string? VersionOf(IRequestHeaders headers);

    /// <summary>Why the client is turned away; null when it is let in.</summary>
    Fault? Check(IRequestHeaders headers);
}
