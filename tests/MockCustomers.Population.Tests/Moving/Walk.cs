using System.Text;
using MockCustomers.Events;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests.Moving;

/// <summary>A session of one vendor whose clock goes on, and what it tells meanwhile.</summary>
internal sealed class Walk : IDisposable
{
    private readonly SessionBook book;
    private readonly Vendor vendor;

    public Walk(Vendor vendor)
    {
        this.vendor = vendor;
        book = new SessionBook(new SessionOptions(), vendor.Renderer.Population.Timeline.Epoch, [vendor]);
        Part = book.Default.Of(vendor);
        book.Default.Events.Subscribe(happened =>
        {
            if (happened is CustomerEvent told) Told.Add(told);
        });
    }

    public VendorSession Part { get; }

    public Session Session => book.Default;

    public View View => Part.View;

    /// <summary>What was told since it was last looked at and cleared.</summary>
    public List<CustomerEvent> Told { get; } = [];

    public void Advance(long microseconds)
    {
        book.Default.Clock.Advance(microseconds);
        Part.Settle();
    }

    /// <summary>Watches a customer of the population.</summary>
    public void Watch(long number) => Part.ChangeAsync(number, (change, watched) =>
    {
        vendor.Mover.Watch(change, [change.View.Ids.Of(watched)]);
        return true;
    }).AsTask().IsCompletedSuccessfully.ShouldBeTrue();

    /// <summary>A customer as it is served now.</summary>
    public string Text(CustomerHandle customer)
    {
        using var json = new JsonBuffer();
        View.Write(customer, [], json, keep: true);
        return Encoding.UTF8.GetString(json.Written.Span);
    }

    public string Text(long number) => Text(View.Find(View.Ids.Of(number))!.Value);

    public void Dispose() => book.Dispose();
}
