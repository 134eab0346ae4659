using System.Collections.Concurrent;
using System.Text.Json;
using MockCustomers.Contracts;
using MockCustomers.Vendors.Tests.Wire;
using NJsonSchema;
using NSwag;

namespace MockCustomers.Vendors.Tests;

/// <summary>Judges replies by the vendor's spec, which it reads by other means than the product does: NSwag and NJsonSchema.</summary>
internal sealed class Referee
{
    private static readonly ConcurrentDictionary<string, Task<Referee>> Known = new();
    private readonly OpenApiDocument[] specs;

    private Referee(OpenApiDocument[] specs) => this.specs = specs;

    /// <summary>The referee of a vendor's spec, and of those beside it.</summary>
    public static Task<Referee> OfAsync(VendorUnderTest vendor) =>
        Known.GetOrAdd(string.Join('\n', vendor.SpecFiles), async files => new Referee(await Task.WhenAll(files.Split('\n').Select(ReadAsync))));

    /// <summary>Everything in which a reply is not what the spec describes, one line each: pointer and rule.</summary>
    public IReadOnlyList<string> Violations(Operation operation, Answer answer)
    {
        var responses = Responses(operation);
        if (!responses.TryGetValue(answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response)
            && !responses.TryGetValue("default", out response))
        {
            // A spec that describes success alone leaves refusals to the transcripts.
            return answer.Status >= 400 && responses.Keys.All(status => status[0] == '2') ? [] : [$"status {answer.Status} is not described"];
        }

        var violations = new List<string>();
        foreach (var (name, header) in response.ActualResponse.Headers.Where(h => answer[h.Key] is not null))
            violations.AddRange(Judge(header.ActualSchema, HeaderJson(header.ActualSchema, answer[name]!)).Select(v => $"header {name}{v}"));
        var type = answer["Content-Type"];
        if (response.ActualResponse.Content.Count == 0) return violations;
        if (type is null || !response.ActualResponse.Content.TryGetValue(type, out var content))
            return [.. violations, $"content type '{type}' is not described; one of: {string.Join(", ", response.ActualResponse.Content.Keys)}"];
        var json = type.StartsWith("application/json", StringComparison.Ordinal) ? answer.Text : JsonSerializer.Serialize(answer.Text);
        return [.. violations, .. Judge(content.Schema, json)];
    }

    /// <summary>Everything in which a customer is not what the spec describes.</summary>
    /// <param name="operation">The operation whose success response is a customer.</param>
    /// <param name="at">The property of that response which holds it; null for the response itself.</param>
    public IReadOnlyList<string> CustomerViolations(Operation operation, string? at, string customer)
    {
        var schema = Responses(operation)["200"].ActualResponse.Content.Values.Single().Schema.ActualSchema;
        return Judge(at is null ? schema : schema.ActualProperties[at].ActualSchema, customer);
    }

    private IDictionary<string, OpenApiResponse> Responses(Operation operation)
    {
        var paths = specs.Where(spec => spec.Paths.ContainsKey(operation.Path)).SelectMany(spec => spec.Paths[operation.Path]);
        return paths.Single(o => o.Key.Equals(operation.Method, StringComparison.OrdinalIgnoreCase)).Value.Responses;
    }

    private static IReadOnlyList<string> Judge(JsonSchema? schema, string json) =>
        schema is null ? [] : [.. schema.Validate(json, NJsonSchema.SchemaType.OpenApi3).Select(error => $"{error.Path} {error.Kind}")];

    private static string HeaderJson(JsonSchema schema, string value) =>
        schema.Type.HasFlag(JsonObjectType.String) ? JsonSerializer.Serialize(value) : value;

    private static async Task<OpenApiDocument> ReadAsync(string file)
    {
        var text = await File.ReadAllTextAsync(file);
        return file.EndsWith(".json", StringComparison.Ordinal)
            ? await OpenApiDocument.FromJsonAsync(text)
            : throw new NotSupportedException($"{file}: the referee reads JSON");
    }
}
