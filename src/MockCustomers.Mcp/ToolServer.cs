using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Mcp.Tools;
using MockCustomers.Vendors;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MockCustomers.Mcp;

/// <summary>A server of the Model Context Protocol: a sandbox's tools for one client, over standard input and output.</summary>
internal sealed class ToolServer(ControlPort sandbox)
{
    private const string Instructions =
        "A sandbox of fintech vendors' customers APIs: fake customers, served by HTTP as the vendors document it. Begin with list_vendors, which tells URLs and keys. Find a customer in a state with find_customers, "
        + "let time pass with set_clock, and see with list_requests why a vendor refused what an application sent. Time is the sandbox's: it stands still until it is moved. Whatever goes wrong on purpose was asked for with fail_next.";

    private static readonly IReadOnlyList<Mcp.Tool> Known = [.. SandboxTools.All, .. CustomerTools.All, .. ClockTools.All, .. FaultTools.All, .. RequestTools.All];

    /// <summary>Answers until the client closes standard input, or it is told to stop. Nobody else may write to standard output.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "mockcustomers", Title = "MockCustomers", Version = EngineVersion.Text },
            ServerInstructions = Instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. Known.Select(Described)] }),
                CallToolHandler = (request, cancelled) => AnswerAsync(request.Params!, cancelled),
            },
        };
        await using var transport = new StdioServerTransport(options);
        await using var server = McpServer.Create(transport, options);
        try
        {
            await server.RunAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop, which is as good an end as the client's.
        }
    }

    private async ValueTask<CallToolResult> AnswerAsync(CallToolRequestParams call, CancellationToken stop)
    {
        if (Known.FirstOrDefault(tool => tool.Name == call.Name) is not { } tool)
            throw new McpProtocolException($"there is no tool '{call.Name}'; {Nearest.Remedy(call.Name, [.. Known.Select(known => known.Name)])}", McpErrorCode.InvalidParams);
        try
        {
            return Result(await tool.Run(new ToolArguments(tool.Inputs, call.Arguments ?? new Dictionary<string, JsonElement>()), sandbox, stop));
        }
        catch (ToolRefusedException refused)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = refused.Message }] };
        }
    }

    /// <summary>The same twice: as JSON for clients that read it, as its text for those that do not.</summary>
    private static CallToolResult Result(JsonObject answer) => new()
    {
        StructuredContent = ToolInput.Element(answer),
        Content = [new TextContentBlock { Text = PlainJson.Text(answer) }],
    };

    private static ModelContextProtocol.Protocol.Tool Described(Mcp.Tool tool) => new()
    {
        Name = tool.Name,
        Title = tool.Title,
        Description = tool.Description,
        InputSchema = ToolInput.Schema(tool.Inputs),
        Annotations = new ToolAnnotations
        {
            Title = tool.Title,
            ReadOnlyHint = tool.Effect == ToolEffect.Reads,
            DestructiveHint = tool.Effect == ToolEffect.Removes,
            IdempotentHint = tool.Effect is ToolEffect.Reads or ToolEffect.Removes,
            OpenWorldHint = false,
        },
    };
}
