using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>A vendor's own API, which answers in place of the sandbox.</summary>
internal interface IUpstream
{
    /// <summary>Its answer; one that says why there is none when it cannot be reached.</summary>
    ValueTask<Reply> ForwardAsync(Request request, Vendor vendor);
}
