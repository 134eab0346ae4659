namespace MockCustomers.Exchange;

/// <summary>Every reason for which a request can be refused.</summary>
public enum FaultKind
{
    /// <summary>No credential was sent.</summary>
    MissingCredential,

    /// <summary>A credential was sent, but not in the form that the scheme asks for.</summary>
    MalformedCredential,

    /// <summary>A well-formed credential that no account has.</summary>
    UnknownCredential,

    /// <summary>No operation has this path.</summary>
    NoSuchPath,

    /// <summary>The path is known, and has no operation with this method.</summary>
    MethodNotAllowed,

    /// <summary>The id in the path cannot be one of the vendor's ids.</summary>
    MalformedId,

    /// <summary>Parameters break the contract.</summary>
    InvalidParameter,

    /// <summary>Nobody has this id.</summary>
    NoSuchCustomer,

    /// <summary>The body is not JSON.</summary>
    MalformedBody,

    /// <summary>There is no body where one is needed.</summary>
    MissingBody,

    /// <summary>The body is said to be something else than JSON.</summary>
    UnsupportedMediaType,

    /// <summary>The body is compressed, or encoded in another way that the sandbox does not read.</summary>
    UnsupportedEncoding,

    /// <summary>The body is larger than the sandbox reads.</summary>
    BodyTooLarge,

    /// <summary>The body breaks the contract.</summary>
    InvalidBody,

    /// <summary>Another customer has what nobody else may have.</summary>
    Conflict,

    /// <summary>The customer is in a state that does not allow what was asked.</summary>
    IllegalMove,

    /// <summary>More customers would have to be looked at than the sandbox looks at for one request.</summary>
    TooBroad,

    /// <summary>The client has asked too often.</summary>
    TooManyRequests,

    /// <summary>Something failed that should not have; the server goes on.</summary>
    Unexpected,
}
