using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Drift;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of drift.</summary>
internal sealed class DriftFlags
{
    private readonly FolderFlags folders = new();

    private readonly Flag<string> vendor;

    private readonly Flag<string> against = new(
        "--against", "URL", "The vendor's own API: what stands in place of the URL of the spec's server", null, Values.Url, isInEnvironment: false)
    { Required = true };

    private readonly Flag<string> credential = new(
        "--credential", "VALUE", "The value of the header that carries the vendor's credential, such as 'Bearer …'; default: the sandbox's own", null, Values.Some("the header's value"));

    private readonly Flag<IReadOnlyList<string>> ids = new("--id", "A,B", "Customers to get besides those that the list shows; repeatable", null, Values.Names, isInEnvironment: false) { IsRepeatable = true };

    private readonly Flag<DriftForm> format = new("--format", "text|json", "For people, or one JSON object", "text", Values.OneOf<DriftForm>, isInEnvironment: false);

    private readonly Option<string[]> headers = new("--header") { HelpName = "NAME: VALUE", Description = "Sent with every request; repeatable" };

    public DriftFlags() => vendor = new("--vendor", "NAME", "The vendor whose spec to compare with", null, Values.Text, isInEnvironment: false)
    {
        Required = true,
        Suggested = asked => Suggestions.Vendors(asked, folders),
    };

    public void AddTo(Command command)
    {
        foreach (var flag in new Option[] { vendor, against, credential, headers, ids, format }) command.Add(flag);
        folders.AddTo(command);
        command.Validators.Add(asked =>
        {
            foreach (var header in asked.GetValue(headers) ?? [])
                if (header.IndexOf(':', StringComparison.Ordinal) <= 0) asked.AddError($"--header: '{header}' is not right; a name, a colon and a value");
        });
    }

    public bool IsJson(ParseResult asked) => format.Of(asked) == DriftForm.Json;

    /// <exception cref="FailureException">There is no such vendor.</exception>
    public SandboxSettings Settings(ParseResult asked)
    {
        var settings = folders.Settings(asked);
        VendorsFlag.Check(vendor.Of(asked)!, settings);
        return settings with { Vendors = [vendor.Of(asked)!] };
    }

    /// <param name="header">The header of the vendor's credential.</param>
    /// <param name="sample">Its value in the sandbox.</param>
    public DriftOptions Options(ParseResult asked, string header, string sample) => new(
        against.Of(asked)!.TrimEnd('/'), KeyValuePair.Create(header, credential.Of(asked) ?? sample), [.. (asked.GetValue(headers) ?? []).Select(Header)], ids.Of(asked) ?? []);

    private static KeyValuePair<string, string> Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return KeyValuePair.Create(text[..colon].Trim(), text[(colon + 1)..].Trim());
    }
}
