using System.Text.Json.Nodes;
using MockCustomers.Auth;
using MockCustomers.Exchange;
using MockCustomers.Faults;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>A request on its way through the steps that answer it, and what each step has found out.</summary>
internal sealed class VendorExchange(Request request, ISessionVendor vendor, SessionBook sessions)
{
    private VendorSession? session;

    public Request Request => request;

    public SessionBook Sessions => sessions;

    /// <summary>A reading of the machine's clock when the request came.</summary>
    public required long Started { get; init; }

    /// <summary>Where the request is at home: the default session until another one is found to be meant.</summary>
    public VendorSession Session
    {
        get => session ??= sessions.Default.Of(vendor);
        set => session = value;
    }

    /// <summary>The customers at the moment at which the session was known.</summary>
    public View View { get; set; } = null!;

    /// <summary>What the credential comes to.</summary>
    public Admission Admission { get; set; }

    /// <summary>null until it is found, and when there is none.</summary>
    public ServedOperation? Operation { get; set; }

    /// <summary>The decoded values of the path's parameters.</summary>
    public RouteValues Route { get; set; }

    /// <summary>The customer whom the path names by its id; null when it names none.</summary>
    public string? Customer { get; set; }

    public ParameterValues? Parameters { get; set; }

    public JsonObject? Body { get; set; }

    /// <summary>How long the reply is to be held back.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What a fault of the user's does to this call; null for nothing.</summary>
    public Injection? Injected { get; set; }

    /// <summary>Sent with the reply, whatever it is.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraHeaders { get; set; } = [];

    /// <summary>What keeps the vendor from being replaced meanwhile; null for nothing.</summary>
    public IHold? Hold { get; init; }

    /// <summary>Asks somebody who may take time; the vendor may be replaced meanwhile.</summary>
    public async ValueTask<T> AskAsync<T>(Func<ValueTask<T>> ask)
    {
        Hold?.Leave();
        try
        {
            return await ask();
        }
        finally
        {
            if (Hold is { } hold) await hold.EnterAsync();
        }
    }

    /// <summary>The id of the stub that answers; null for none.</summary>
    public string? Stub { get; set; }

    /// <summary>The fault that was worded; null when the request was not refused.</summary>
    public Fault? Fault { get; set; }
}
