using MockCustomers.Server;
using MockCustomers.Sessions;
using MockCustomers.Stubs;

namespace MockCustomers.Testing;

/// <summary>A vendor in one world: how to reach it, what shall go wrong, its customers, and what was called.</summary>
public sealed class SandboxVendor
{
    private readonly SandboxSession world;

    internal SandboxVendor(SandboxSession world, VendorHost host)
    {
        this.world = world;
        Host = host;
        Customers = new SandboxCustomers(this);
        Calls = new SandboxCalls(world.Session.Journal, host.Name);
        Webhooks = new SandboxWebhooks(this);
    }

    /// <summary>The vendor's name.</summary>
    public string Name => Host.Name;

    /// <summary>What stands in place of the URL of the vendor's own API, as its clients and SDKs are told it: the base path included, no slash at the end.</summary>
    public string BaseUrl => Host.BaseUrl;

    /// <summary>The vendor's real addresses, as its spec names them: those that <see cref="SandboxSession.CreateHandler"/> answers in memory.</summary>
    public IReadOnlyList<Uri> Servers => Host.Vendor.Contract.Servers;

    /// <summary>A key that works, in this world only; without the scheme that stands before it in the header.</summary>
    public string Key => world.IsDefault ? Host.Vendor.Keys[0] : Host.Sessions.KeyOf(world.Session, Host.Vendor);

    /// <summary>The header with the <see cref="Key"/>, as clients send it.</summary>
    public KeyValuePair<string, string> Credential
    {
        get
        {
            var authenticator = Host.Vendor.Authenticator;
            return KeyValuePair.Create(authenticator.Header, authenticator.Sample.Replace(Host.Vendor.Keys[0], Key, StringComparison.Ordinal));
        }
    }

    /// <summary>The customers as they are now.</summary>
    public SandboxCustomers Customers { get; }

    /// <summary>What was called.</summary>
    public SandboxCalls Calls { get; }

    /// <summary>Who is told what becomes of the customers.</summary>
    public SandboxWebhooks Webhooks { get; }

    /// <summary>Stubs over the vendor, by WireMock.Net's fluent interface; what no stub matches the vendor answers.</summary>
    /// <exception cref="InvalidOperationException">As many sessions as may be have stubs of their own.</exception>
    public SandboxStubs Stubs => WireMockStubs.Of(Host, world.Steered);

    internal VendorHost Host { get; }

    /// <summary>Its part of the world.</summary>
    internal VendorSession Part => world.Session.Of(Host.Vendor);

    internal SandboxSession World => world;

    /// <summary>
    /// A client that takes the addresses of the vendor's own pages: whole paths as they are printed, from their slash on
    /// ("/v1/customers"), and what stands behind the base path and version that all of them share ("customers"). It sends the
    /// <see cref="Credential"/>. The caller disposes it.
    /// </summary>
    public HttpClient CreateClient()
    {
        var client = CreateStranger();
        var (header, value) = Credential;
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return client;
    }

    /// <summary>A client as <see cref="CreateClient"/> makes, without a credential.</summary>
    public HttpClient CreateStranger() => new(new SessionHandler(world, world.Sandbox.Connections), disposeHandler: false) { BaseAddress = Host.ClientBase };

    /// <summary>The next calls, which then <see cref="FaultyCalls.Fail"/>, are delayed, or break.</summary>
    /// <param name="calls">How many: 1 and up.</param>
    public FaultyCalls Next(int calls = 1) => On().Next(calls);

    /// <summary>Every call from now on.</summary>
    public FaultyCalls Always() => On().Always();

    /// <summary>Every so many-th call.</summary>
    /// <param name="calls">1 and up: 3 is the third, the sixth and so on.</param>
    public FaultyCalls Every(int calls) => On().Every(calls);

    /// <summary>A share of the calls, the same ones in every run.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public FaultyCalls Rate(double share) => On().Rate(share);

    /// <summary>Some of the calls: of one operation, of one customer, of one path. What is null is any.</summary>
    /// <param name="operation">The operation's id, such as createCustomer.</param>
    /// <param name="customer">The id of the customer whom the path names.</param>
    /// <param name="method">Upper case.</param>
    /// <param name="path">From the first slash; * stands for any characters.</param>
    /// <exception cref="ArgumentException">The vendor has no such operation.</exception>
    public CallSelection On(string? operation = null, string? customer = null, string? method = null, string? path = null) =>
        new(this, Names.Known(operation, Host.Vendor.Operations.Select(served => served.Operation.Id), "operation"), customer, method, path);

    /// <summary>Nobody reaches it: every connection is reset, with or without a credential, until <see cref="Up"/>.</summary>
    public void Down() => world.Steered.Faults.SetDown(Name, isDown: true);

    /// <summary>It is reached again.</summary>
    public void Up() => world.Steered.Faults.SetDown(Name, isDown: false);
}
