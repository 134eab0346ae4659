using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>What a vendor makes of requests that are a little off.</summary>
/// <param name="AnyMediaType">Whether a body is read as JSON whatever its Content-Type says.</param>
/// <param name="StripsByteOrderMark">Whether a byte order mark before a body is passed over; else the body is not JSON.</param>
internal sealed record RequestsManifest(TrailingSlash TrailingSlash, DuplicateParameters DuplicateParameters, bool AnyMediaType, bool StripsByteOrderMark);
