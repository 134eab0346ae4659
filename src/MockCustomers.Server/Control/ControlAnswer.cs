using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>What the control port answers.</summary>
/// <param name="Status">200 to 599.</param>
/// <param name="Body">null for none.</param>
internal readonly record struct ControlAnswer(int Status, JsonNode? Body)
{
    /// <summary>Done, and nothing to tell.</summary>
    public static ControlAnswer Nothing => new(204, null);

    public static ControlAnswer Ok(JsonNode body) => new(200, body);
}
