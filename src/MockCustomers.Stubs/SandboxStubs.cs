using MockCustomers.Stubs.Inside;
using WireMock.Matchers.Request;
using WireMock.Server;

namespace MockCustomers.Stubs;

/// <summary>Lays stubs over a vendor of a sandbox, in one of its sessions, by WireMock.Net's fluent interface.</summary>
/// <remarks>What no stub matches the vendor answers. May be used by many threads at once.</remarks>
public sealed class SandboxStubs
{
    private readonly InnerServer server;

    internal SandboxStubs(InnerServer server) => this.server = server;

    /// <summary>Begins a stub; it answers once RespondWith was called.</summary>
    /// <param name="request">Which requests it answers: Request.Create() and what follows.</param>
    public IRespondWithAProvider Given(IRequestMatcher request)
    {
        ArgumentNullException.ThrowIfNull(request);
        server.Expect(request);
        return server.Server.Given(request);
    }

    /// <summary>Takes all stubs of the session away, those of files among them, and forgets the states of its scenarios.</summary>
    public void Reset()
    {
        server.Server.ResetMappings();
        server.Server.ResetScenarios();
        server.ForgetExpected();
    }
}
