namespace MockCustomers.Manifests;

/// <summary>The id of a request, which replies carry.</summary>
/// <param name="Header">The reply's header.</param>
/// <param name="Echo">Whether an id that the client sent in that header is given back.</param>
/// <param name="Id">The form of the ids that the vendor makes.</param>
internal sealed record RequestIdManifest(string Header, bool Echo, IdManifest Id);
