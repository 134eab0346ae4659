namespace MockCustomers.Server;

/// <summary>Where vendors' files are.</summary>
/// <param name="Specs">One folder a vendor, and _countries.</param>
/// <param name="Fixtures">The documented examples: one folder a vendor; may be missing.</param>
public sealed record VendorFiles(string Specs, string Fixtures);
