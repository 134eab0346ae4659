namespace MockCustomers.Manifests;

/// <summary>How a client shows who it is.</summary>
/// <param name="Scheme">The authenticator's name.</param>
/// <param name="Header">The header that carries the credential.</param>
/// <param name="Legacy">Schemes and headers of older clients, admitted only where the sandbox is started so.</param>
/// <param name="Strict">Whether the scheme's name is compared by letter, and one space follows it; else as RFC 9110 says.</param>
/// <param name="Keys">The sandbox keys that work out of the box; at least one.</param>
internal sealed record AuthManifest(string Scheme, string Header, IReadOnlyList<KeyManifest> Keys, IReadOnlyList<LegacyAuthManifest> Legacy, bool Strict, ManifestNode Node);

/// <summary>How older clients show who they are.</summary>
/// <param name="Scheme">The authenticator's name.</param>
/// <param name="Header">The header that carries the credential.</param>
internal sealed record LegacyAuthManifest(string Scheme, string Header);
