using System.Text.Json.Nodes;

namespace MockCustomers.Mcp;

/// <summary>Something that an assistant may do with a sandbox.</summary>
/// <param name="Name">In snake case, a verb first.</param>
/// <param name="Title">For people.</param>
/// <param name="Description">What it does, when to use it, and what it answers: all that an assistant knows of it.</param>
/// <param name="Run">Throws a <see cref="ToolRefusedException"/> for what cannot be done.</param>
internal sealed record Tool(
    string Name, string Title, ToolEffect Effect, string Description, IReadOnlyList<ToolInput> Inputs, Func<ToolArguments, ControlPort, CancellationToken, Task<JsonObject>> Run);
