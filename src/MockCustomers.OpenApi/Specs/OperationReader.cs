using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads one operation, with what its path says for all of them.</summary>
internal sealed class OperationReader(Spec spec, SchemaReader schemas, SecurityReader security)
{
    private readonly ParametersReader parameters = new(spec, schemas);
    private readonly RequestBodyReader bodies = new(spec, schemas);
    private readonly ResponsesReader responses = new(spec, schemas);

    public Operation Read(string path, PathTemplate template, string method, SpecNode item, SpecNode at)
    {
        spec.Map(at);
        return new Operation(
            spec.Text(at["operationId"]) ?? $"{method} {path}",
            method.ToUpperInvariant(),
            path,
            at.Pointer,
            spec.Text(at["summary"]),
            parameters.Read(template, item, at),
            bodies.Read(item, at),
            responses.Read(at),
            security.IsOpen(at),
            spec.Source(at));
    }
}
