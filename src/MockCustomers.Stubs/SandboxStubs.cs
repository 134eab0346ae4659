using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Inside;
using WireMock.Matchers.Request;
using WireMock.Server;

namespace MockCustomers.Stubs;

/// <summary>Lays stubs over a vendor of a sandbox, in one of its sessions, by WireMock.Net's fluent interface.</summary>
/// <remarks>What no stub matches the vendor answers. May be used by many threads at once, and after the session was reset.</remarks>
public sealed class SandboxStubs
{
    private readonly VendorStubs stubs;
    private readonly Session session;

    internal SandboxStubs(VendorStubs stubs, Session session)
    {
        this.stubs = stubs;
        this.session = session;
        _ = Server;
    }

    private InnerServer Server
    {
        get
        {
            try
            {
                return stubs.ServerOf(session);
            }
            catch (ControlException refused)
            {
                throw new InvalidOperationException(refused.Message, refused);
            }
        }
    }

    /// <summary>Begins a stub; it answers once RespondWith was called.</summary>
    /// <param name="request">Which requests it answers: Request.Create() and what follows.</param>
    /// <exception cref="InvalidOperationException">The session was closed.</exception>
    public IRespondWithAProvider Given(IRequestMatcher request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var server = Server;
        server.Expect(request);
        return server.Server.Given(request);
    }

    /// <summary>Takes all stubs of the session away, those of files among them, and forgets the states of its scenarios.</summary>
    /// <exception cref="InvalidOperationException">The session was closed.</exception>
    public void Reset()
    {
        var server = Server;
        server.Server.ResetMappings();
        server.Server.ResetScenarios();
        server.ForgetExpected();
    }
}
