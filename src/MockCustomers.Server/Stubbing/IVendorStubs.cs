using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Stubbing;

/// <summary>The stubs of one vendor, in all sessions.</summary>
internal interface IVendorStubs : IStubs, IDisposable
{
    /// <summary>Goes on with the stubs of files as they are now, in every session.</summary>
    /// <param name="files">null for none.</param>
    void Use(IStubFiles? files);

    /// <summary>Answers a request of the owner's to /__admin.</summary>
    /// <exception cref="Control.ControlException">It cannot be answered.</exception>
    ValueTask<Reply> AdministerAsync(Request request, Session session);

    /// <summary>The mappings that a session sees.</summary>
    ISessionMappings MappingsOf(Session session);
}
