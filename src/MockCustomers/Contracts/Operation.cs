namespace MockCustomers.Contracts;

/// <summary>One method on one path of a spec.</summary>
/// <param name="Id">Its operationId; where the spec has none, made of method and path: "get /v0/customers/{customer_id}".</param>
/// <param name="Method">Upper case.</param>
/// <param name="Path">As in the spec, without the base path; begins with a slash.</param>
/// <param name="Pointer">JSON Pointer of the operation in the spec.</param>
/// <param name="Responses">In the order of the spec.</param>
/// <param name="IsOpen">Whether the spec says that no credential is needed: an empty list of security requirements, or an empty one among them; false where it says nothing.</param>
/// <param name="Source">The tag of its x-source (seed, pub, 3rd, inf); null when it has none.</param>
internal sealed record Operation(
    string Id,
    string Method,
    string Path,
    string Pointer,
    string? Summary,
    IReadOnlyList<Parameter> Parameters,
    RequestBody? Body,
    IReadOnlyList<Response> Responses,
    bool IsOpen,
    SourceTag? Source)
{
    /// <summary>The response of the lowest 2xx status that the spec describes; null when it describes none.</summary>
    public Response? Success => Responses.Where(r => r.Status is >= 200 and < 300).MinBy(r => r.Status);
}
