using System.Collections.Immutable;
using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>The customers of some strata, newest first: how many, and any stretch of them, without walking there.</summary>
/// <remarks>
/// Arithmetic over the population, an ordered set of documents that stand between its numbers, and an ordered set of numbers
/// that a document has replaced. Immutable: a reader keeps the list that it began with, whatever is written meanwhile.
/// </remarks>
internal sealed class CustomerList
{
    private readonly StrataSelection selection;
    private readonly long generated;
    private readonly ImmutableSortedSet<CustomerDocument> documents;
    private readonly ImmutableSortedSet<long> replaced;

    /// <param name="generated">How many customers of the population there are.</param>
    internal CustomerList(StrataSelection selection, long generated)
        : this(selection, generated, ImmutableSortedSet.Create<CustomerDocument>(DocumentOrder.Instance), ImmutableSortedSet<long>.Empty)
    {
    }

    private CustomerList(
        StrataSelection selection, long generated, ImmutableSortedSet<CustomerDocument> documents, ImmutableSortedSet<long> replaced)
    {
        this.selection = selection;
        this.generated = generated;
        this.documents = documents;
        this.replaced = replaced;
        Count = selection.CountBelow(generated) - replaced.Count + documents.Count;
    }

    public long Count { get; }

    /// <summary>The strata that it holds: a bit each, by their indexes.</summary>
    internal ulong Mask => selection.Mask;

    /// <summary>The strata of all customers, at the time of the list.</summary>
    internal Strata Strata => selection.Strata;

    /// <summary>The customer at a place.</summary>
    /// <param name="place">0 to <see cref="Count"/> - 1.</param>
    public CustomerHandle this[long place]
    {
        get
        {
            var before = DocumentsBefore(place);
            return before < documents.Count && PlaceOfDocument(before) == place
                ? new CustomerHandle(documents[before])
                : new CustomerHandle(Number(place - before));
        }
    }

    /// <summary>Some customers that stand side by side.</summary>
    /// <param name="first">0 to <see cref="Count"/>.</param>
    /// <param name="count">Not past the end.</param>
    public IEnumerable<CustomerHandle> Stretch(long first, int count)
    {
        var before = DocumentsBefore(first);
        var next = before < documents.Count ? PlaceOfDocument(before) : long.MaxValue;
        for (var place = first; place < first + count; place++)
        {
            if (place != next)
            {
                yield return new CustomerHandle(Number(place - before));
                continue;
            }

            yield return new CustomerHandle(documents[before++]);
            next = before < documents.Count ? PlaceOfDocument(before) : long.MaxValue;
        }
    }

    /// <summary>How many customers of the list were created after a time.</summary>
    /// <param name="unixMicroseconds">A time.</param>
    public long CountAfter(long unixMicroseconds, Timeline timeline)
    {
        var numbers = timeline.CountAfter(unixMicroseconds, generated);
        var (low, high) = (0, documents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (documents[middle].Created > unixMicroseconds) low = middle + 1;
            else high = middle;
        }

        return selection.CountBelow(numbers) - ReplacedBelow(numbers) + low;
    }

    /// <summary>Whether a customer is in the list.</summary>
    /// <param name="customer">As it is, or as it was before or after the moment of the list.</param>
    public bool Contains(CustomerHandle customer)
    {
        if (customer.Document is { } document && documents.Contains(document)) return true;
        var number = customer.Number.Value;
        if (number >= generated) return false;
        return Replacement(DocumentsUpTo(number), number) || (selection.Holds(number) && !replaced.Contains(number));
    }

    /// <summary>Where a customer stands, or would stand if it were in the list.</summary>
    /// <param name="customer">As it is, or as it was before or after the moment of the list.</param>
    public long PlaceOf(CustomerHandle customer)
    {
        if (customer.Document is { } document)
        {
            var found = documents.IndexOf(document);
            return found >= 0 ? PlaceOfDocument(found) : Kept(document.Place) + ~found;
        }

        var number = customer.Number.Value;
        var before = DocumentsUpTo(number);
        return Kept(number) + before - (Replacement(before, number) ? 1 : 0);
    }

    /// <summary>Customers of whom each is chosen by itself.</summary>
    /// <param name="all">Every document.</param>
    /// <param name="belongs">Whether a document is in the list.</param>
    internal static CustomerList Of(StrataSelection selection, long generated, IReadOnlyCollection<CustomerDocument> all, Func<CustomerDocument, bool> belongs) => new(
        selection, generated,
        ImmutableSortedSet.CreateRange(DocumentOrder.Instance, all.Where(document => !document.IsGone && belongs(document))), Replaced(selection, all));

    /// <summary>The same list at another time, when other customers of the population are in these strata.</summary>
    internal CustomerList At(StrataSelection other, IEnumerable<CustomerDocument> all) =>
        new(other, generated, documents, Replaced(other, all));

    /// <summary>The list after a document took the place of another, or of a number of the population.</summary>
    /// <param name="old">What the document was before; null when it is new.</param>
    internal CustomerList With(CustomerDocument? old, CustomerDocument document, Strata strata)
    {
        var kept = old is null ? documents : documents.Remove(old);
        if (!document.IsGone && strata.Find(document.Stratum) is { } stratum && selection.Holds(stratum)) kept = kept.Add(document);
        var number = document.Number;
        var without = number.IsOfPopulation && selection.Holds(number.Value) ? replaced.Add(number.Value) : replaced;
        return ReferenceEquals(kept, documents) && ReferenceEquals(without, replaced) ? this : new CustomerList(selection, generated, kept, without);
    }

    /// <summary>The numbers of a selection that a document has replaced.</summary>
    private static ImmutableSortedSet<long> Replaced(StrataSelection selection, IEnumerable<CustomerDocument> all) =>
        [.. all.Select(document => document.Number).Where(number => number.IsOfPopulation && selection.Holds(number.Value)).Select(number => number.Value)];

    /// <summary>How many documents stand before the customers of the population that come after a number.</summary>
    private int DocumentsUpTo(long number)
    {
        var (low, high) = (0, documents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (documents[middle].Place <= number) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether the last of so many documents is what became of a number.</summary>
    private bool Replacement(int count, long number) => count > 0 && documents[count - 1].Number.Value == number;

    /// <summary>How many documents stand before a place.</summary>
    private int DocumentsBefore(long place)
    {
        var (low, high) = (0, documents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PlaceOfDocument(middle) < place) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private long PlaceOfDocument(int index) => index + Kept(documents[index].Place);

    /// <summary>How many customers of the population below a number are in the list as they were made.</summary>
    private long Kept(long number) => selection.CountBelow(number) - ReplacedBelow(number);

    private int ReplacedBelow(long number)
    {
        if (replaced.Count == 0) return 0;
        var found = replaced.IndexOf(number);
        return found < 0 ? ~found : found;
    }

    /// <summary>The number of the k-th customer of the population that is in the list as it was made.</summary>
    private long Number(long k)
    {
        var (low, high) = (0, replaced.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (selection.CountBelow(replaced[middle]) - middle <= k) low = middle + 1;
            else high = middle;
        }

        return selection.NumberOf(k + low);
    }
}
