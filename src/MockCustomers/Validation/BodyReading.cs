namespace MockCustomers.Validation;

/// <summary>How a vendor reads bodies.</summary>
/// <param name="Validator">Judges them.</param>
/// <param name="AnyMediaType">Whether a body is read as JSON whatever its Content-Type says.</param>
/// <param name="StripsByteOrderMark">Whether a byte order mark before the JSON is passed over; else it is not JSON.</param>
internal sealed record BodyReading(SchemaValidator Validator, bool AnyMediaType, bool StripsByteOrderMark);
