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
        "--webhook-hosts", "A,B", "Names or addresses that stubs may call, and webhooks besides this machine and private networks, with a port or for all ports", null, Values.Names)
    {
        IsRepeatable = true,
    };

    private readonly Flag<IReadOnlyDictionary<string, string>> proxyTo = new(
        "--proxy-to", "NAME=URL", "Let a vendor's own API answer what no stub does, and record it: what stands in place of the URL of the spec's server; repeatable", null, Values.UrlsByName)
    {
        IsRepeatable = true,
    };

    public void AddTo(Command command)
    {
        command.Add(stubs);
        command.Add(vendorAdmin);
        command.Add(webhookHosts);
        command.Add(proxyTo);
    }

    /// <exception cref="FailureException">A vendor is not there.</exception>
    public SandboxSettings In(SandboxSettings settings, ParseResult asked)
    {
        var proxied = proxyTo.Of(asked) ?? settings.ProxyTo;
        foreach (var vendor in proxied.Keys) VendorsFlag.Check(vendor, settings, proxyTo.Source(asked));
        return settings with
        {
            Stubs = stubs.Of(asked),
            VendorAdmin = vendorAdmin.Of(asked),
            WebhookHosts = webhookHosts.Of(asked) ?? [],
            ProxyTo = proxied,
            StubEngine = FullBuild.StubEngine,
            Reference = FullBuild.Reference,
        };
    }
}
