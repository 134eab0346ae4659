using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Cli.Exchanges;

/// <summary>An ES module of handlers for Mock Service Worker: what the vendor answers as data, and the little that picks from it (msw.mjs beside this file).</summary>
internal sealed class MswModule : IExchangeFormat
{
    private const string Runtime = "MockCustomers.Cli.Exchanges.msw.mjs";

    /// <summary>What a test or a front end takes from the module, where all that it is made of is known.</summary>
    private const string Exports =
        """

        /** Where clients look for the vendor. */
        export const baseUrl = vendor.baseUrl;

        /** The header that lets a client in: { header, value }. */
        export const credential = vendor.credential;

        /** The customers as objects, the newest first. */
        export const customers = texts.map((text) => JSON.parse(text));

        /** What answers requests to the vendor. */
        export const handlers = handlersFor(baseUrl);

        """;

    public bool IsForSandbox => false;

    public async Task WriteAsync(ExportedVendor vendor, JsonBuffer output)
    {
        using var recorded = new RecordedVendor(vendor.Vendor);
        var routes = await new MswRoutes(recorded).RecordAsync();
        var refusals = new MswRefusals(recorded);
        output.Raw($"// {vendor.About}\n");
        output.Raw(RuntimeText());
        output.Raw("\n/** The customers as they are served, the newest first. */\nconst texts = [\n");
        var view = vendor.Vendor.Customers;
        foreach (var customer in view.Everybody.Stretch(0, (int)view.Count))
        {
            using var text = new JsonBuffer();
            view.Write(customer, [], text);
            output.Raw("  ");
            output.Raw(Literal(System.Text.Encoding.UTF8.GetString(text.Written.Span)));
            output.Raw(",\n");
        }

        output.Raw("];\n\n/** What the vendor answers. */\nconst vendor = ");
        IndentedJson.Write(
            new JsonObject
            {
                ["baseUrl"] = vendor.BaseUrl,
                ["basePath"] = vendor.Vendor.BasePath,
                ["credential"] = new JsonObject { ["header"] = recorded.Credential.Key, ["value"] = recorded.Credential.Value, ["anyCase"] = await refusals.IsSchemeOfAnyCaseAsync() },
                ["refusals"] = await refusals.RecordAsync(),
                ["routes"] = routes,
            },
            output);
        output.Raw(Exports);
    }

    /// <summary>A text of JSON as JavaScript: as it stands where it can.</summary>
    private static string Literal(string json) => json.Contains('`', StringComparison.Ordinal) || json.Contains("${", StringComparison.Ordinal) ? PlainJson.Text(json) : $"String.raw`{json}`";

    private static string RuntimeText()
    {
        using var stream = typeof(MswModule).Assembly.GetManifestResourceStream(Runtime)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
