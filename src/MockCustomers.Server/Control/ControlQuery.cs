using System.Globalization;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;

namespace MockCustomers.Server.Control;

/// <summary>The query of a request to the control port.</summary>
internal sealed class ControlQuery
{
    private const string SessionHeader = "X-Sandbox-Session";
    private const string SessionParameter = "session";
    private readonly List<(string Name, string Value)> pairs;
    private readonly string? header;

    private ControlQuery(List<(string, string)> pairs, string? header)
    {
        this.pairs = pairs;
        this.header = header;
    }

    public static ControlQuery Of(Request request) => new(QueryString.Parse(request.Query), request.Headers[SessionHeader]);

    /// <summary>Refuses every parameter but these, and 'session', which all requests take.</summary>
    /// <exception cref="ControlException">There is another one.</exception>
    public void Allow(params string[] known)
    {
        string[] all = [.. known, SessionParameter];
        if (pairs.Find(pair => !all.Contains(pair.Name)) is { Name: { } name })
            throw new ControlException(400, $"unknown parameter '{name}'; {Nearest.Remedy(name, all)}");
    }

    /// <summary>A parameter's last value; null when it was not sent or is empty.</summary>
    public string? Text(string name) => pairs.LastOrDefault(p => p.Name == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>A parameter's last value.</summary>
    /// <exception cref="ControlException">It was not sent.</exception>
    public string Required(string name) => Text(name) ?? throw new ControlException(400, $"the parameter '{name}' is missing");

    /// <summary>A parameter's last value, one of those that are known; null when it was not sent.</summary>
    /// <exception cref="ControlException">It is another one.</exception>
    public string? OneOf(string name, IEnumerable<string> known)
    {
        var all = known.Distinct().Order(StringComparer.Ordinal).ToList();
        if (Text(name) is not { } asked || all.Contains(asked)) return Text(name);
        throw new ControlException(400, $"unknown {name} '{asked}'; {Nearest.Remedy(asked, all)}");
    }

    /// <summary>The vendor that the parameter 'vendor' names.</summary>
    /// <exception cref="ControlException">There is none.</exception>
    public VendorHost Vendor(IReadOnlyList<VendorHost> hosts) => Vendor(hosts, Required("vendor"));

    /// <summary>The vendor of a name.</summary>
    /// <exception cref="ControlException">There is none.</exception>
    public static VendorHost Vendor(IReadOnlyList<VendorHost> hosts, string name) =>
        hosts.FirstOrDefault(host => host.Name == name) ?? throw new ControlException(404, $"there is no vendor '{name}'; {Nearest.Remedy(name, [.. hosts.Select(host => host.Name)])}");

    /// <summary>The name of the session that is asked for, by the parameter 'session' or else by the header that vendors take; null for the default one.</summary>
    public string? SessionName => Text(SessionParameter) ?? header;

    /// <summary>The session that is asked for.</summary>
    /// <param name="otherwise">The session that is meant when the request names none; null for the default one.</param>
    /// <exception cref="ControlException">There is none.</exception>
    public Session Session(IReadOnlyList<VendorHost> hosts, string? otherwise = null)
    {
        if (hosts.Count == 0) throw ControlException.NotReady;
        var sessions = hosts[0].Sessions;
        if ((SessionName ?? otherwise) is not { } name) return sessions.Default;
        return sessions.Find(name) ?? throw new ControlException(404, $"there is no session '{name}'; {Nearest.Remedy(name, [.. sessions.All.Take(20).Select(session => session.Name)])}");
    }

    /// <summary>The sessions that are asked for: all for a star, else one.</summary>
    /// <exception cref="ControlException">There is none of the name.</exception>
    public IReadOnlyList<Session> Sessions(IReadOnlyList<VendorHost> hosts) =>
        IsForAll && hosts.Count > 0 ? hosts[0].Sessions.All : [Session(hosts)];

    /// <summary>Whether every session is asked for: a star, which is no name of a session.</summary>
    public bool IsForAll => SessionName == "*";

    /// <summary>The customers of a vendor in the session that is asked for, as they are now.</summary>
    /// <exception cref="ControlException">There is no such vendor or session.</exception>
    public View Customers(IReadOnlyList<VendorHost> hosts) => Session(hosts).Of(Vendor(hosts).Vendor).View;

    /// <summary>A time; null when it was not sent.</summary>
    /// <exception cref="ControlException">It is something else.</exception>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
        throw new ControlException(400, $"the parameter '{name}' cannot be '{text}'; a time such as 2026-01-01T09:30:00Z");
    }

    /// <summary>A whole number within bounds.</summary>
    /// <exception cref="ControlException">It is something else.</exception>
    public long Number(string name, long minimum, long maximum, long otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum) return number;
        throw new ControlException(400, $"the parameter '{name}' cannot be '{text}'; a whole number from {minimum} to {maximum}");
    }
}
