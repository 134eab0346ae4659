using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Validation;

namespace MockCustomers.Filters;

/// <summary>What a request asks for, by name: its query parameters or, for a search, its body.</summary>
internal sealed class FilterInput(ParameterValues parameters, JsonObject? body)
{
    public string? Text(string name) => Node(name) is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : null;

    public IReadOnlyList<string> Texts(string name) => Node(name) switch
    {
        JsonArray list => [.. list.Select(item => item?.ToString() ?? "")],
        { } value => value.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        null => [],
    };

    public JsonNode? Node(string name) =>
        body is not null ? body[name] : parameters.Text(name) is { } text ? JsonValue.Create(text) : null;

    public string Pointer(string name) => body is not null ? $"/body/{name}" : $"/query/{name}";
}
