using MockCustomers.Server.Control;
using MockCustomers.Server.Stubbing;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Routes of WireMock's own administration, below a prefix for each vendor.</summary>
/// <param name="hosts">The listening vendors; none before all of them listen.</param>
internal sealed class VendorRoutes(Func<IReadOnlyList<VendorHost>> hosts)
{
    /// <summary>What the paths begin with.</summary>
    public const string Root = "/vendors/";

    private const string Prefix = Root + "{vendor}/__admin";

    /// <param name="path">What follows __admin; may have parameters.</param>
    public ControlRoute Of(string method, string path, Func<WireMockCall, ControlAnswer> answer) => Of(method, path, call => ValueTask.FromResult(answer(call)));

    /// <param name="path">What follows __admin; may have parameters.</param>
    public ControlRoute Of(string method, string path, Func<WireMockCall, ValueTask<ControlAnswer>> answer) =>
        ControlRoute.Async(method, Prefix + path, call => AnswerAsync(call, answer)) with { IsEmptyOfAnyType = true };

    private async ValueTask<ControlAnswer> AnswerAsync(ControlCall call, Func<WireMockCall, ValueTask<ControlAnswer>> answer)
    {
        try
        {
            return await answer(Read(call));
        }
        catch (ControlException refused)
        {
            return WireMockErrors.Of(refused);
        }
    }

    private WireMockCall Read(ControlCall call)
    {
        var listening = hosts();
        if (listening.Count == 0) throw ControlException.NotReady;
        var host = ControlQuery.Vendor(listening, call.Path("vendor"));
        return new WireMockCall(call, host, VendorAdmin.SessionOf(host.Sessions, call.Query.SessionName));
    }
}
