using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Cli.Export;

/// <summary>Some customers that follow one another in a list.</summary>
/// <param name="From">The place of the first one in the list.</param>
/// <param name="Count">At least 0.</param>
/// <param name="IsFirst">Whether no stretch stands before it.</param>
internal sealed record Stretch(View View, CustomerList List, long From, long Count, bool IsFirst = true)
{
    /// <summary>Small enough to be held in memory many times over, large enough to be worth a task.</summary>
    private const int Largest = 500;

    /// <summary>The stretch in pieces.</summary>
    public IEnumerable<Stretch> Pieces()
    {
        for (var done = 0L; done < Count; done += Largest)
            yield return this with { From = From + done, Count = Math.Min(Largest, Count - done), IsFirst = IsFirst && done == 0 };
    }

    public IEnumerable<CustomerHandle> Customers() => List.Stretch(From, (int)Count);

    /// <summary>Writes a customer as it is served.</summary>
    public void Write(CustomerHandle customer, JsonBuffer output) => View.Write(customer, [], output);
}
