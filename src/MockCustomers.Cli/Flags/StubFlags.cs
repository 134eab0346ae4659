using System.CommandLine;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say what is laid over the vendors by hand.</summary>
internal sealed class StubFlags
{
    private readonly Flag<string> stubs = new("--stubs", "DIR", "The folder of stubs that answer before the vendors do: NAME/*.json by vendor, mappings in WireMock's JSON or WireMock.Net's", null, Values.Folder);

    private readonly Flag<bool> vendorAdmin = new(
        "--vendor-admin", "on|off", "Whether each vendor's port has WireMock.Net's administration, /__admin, for the sandbox's owner", "on", Values.OnOff);

    private readonly Flag<IReadOnlyList<string>> webhookHosts = new(
        "--webhook-hosts", "A,B", "Names or addresses that stubs may call by webhooks and proxies, with a port or for all ports", null, Values.Names)
    {
        IsRepeatable = true,
    };

    public void AddTo(Command command)
    {
        command.Add(stubs);
        command.Add(vendorAdmin);
        command.Add(webhookHosts);
    }

    public SandboxSettings In(SandboxSettings settings, ParseResult asked) => settings with
    {
        Stubs = stubs.Of(asked),
        VendorAdmin = vendorAdmin.Of(asked),
        WebhookHosts = webhookHosts.Of(asked) ?? [],
        StubEngine = FullBuild.StubEngine,
    };
}
