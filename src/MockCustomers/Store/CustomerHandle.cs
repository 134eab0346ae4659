using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>One customer of a view: made from its number, or kept as a document.</summary>
internal readonly record struct CustomerHandle
{
    private readonly CustomerNumber number;

    /// <summary>A customer of the population that nobody has written to.</summary>
    public CustomerHandle(long number) => this.number = new CustomerNumber(number);

    public CustomerHandle(CustomerDocument document)
    {
        Document = document;
        number = document.Number;
    }

    /// <summary>null for a customer made from its number.</summary>
    public CustomerDocument? Document { get; }

    /// <summary>Out of which everything about the customer is drawn.</summary>
    public CustomerNumber Number => number;
}
