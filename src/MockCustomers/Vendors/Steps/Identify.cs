using MockCustomers.Auth;
using MockCustomers.Exchange;
using MockCustomers.Sessions;

namespace MockCustomers.Vendors.Steps;

/// <summary>Finds out whose session the request belongs to, and looks at its credential, once.</summary>
internal sealed class Identify(IAuthenticator authenticator, ISessionVendor vendor) : IStep
{
    /// <summary>The header that names a session.</summary>
    public const string SessionHeader = "X-Sandbox-Session";

    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var admission = authenticator.Admit(exchange.Request.Headers);
        var sessions = exchange.Sessions;
        var own = admission.Key is { } key ? sessions.OfKey(vendor.Name, key) : null;
        if (own is not null && admission.Fault is { Kind: FaultKind.UnknownCredential }) admission = admission with { Fault = null };
        exchange.Admission = admission;

        var name = exchange.Request.Headers[SessionHeader];
        var session = name is null ? own ?? sessions.Default : sessions.FindOrOpen(name);
        if (session is null) return Refused(name!);
        session.Use(exchange.Started);
        exchange.Session = session.Of(vendor);
        exchange.View = exchange.Session.View;
        return Outcome.GoOn;
    }

    private static ValueTask<Outcome> Refused(string name)
    {
        if (SessionBook.IsName(name)) return ValueTask.FromResult<Outcome>(new Fault(FaultKind.TooManyRequests) { Detail = $"there are as many sessions as there may be; close one, or wait until one is forgotten: '{name}' was not opened" });
        var violation = new Violation("/header/" + SessionHeader, SessionHeader, "pattern", "1 to 64 letters, digits, dots, dashes and underscores", name);
        return ValueTask.FromResult<Outcome>(new Fault(FaultKind.InvalidParameter) { Violations = [violation] });
    }
}
