using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>The country that a customer lives in: every other fact is drawn from it.</summary>
/// <param name="shares">The vendor's countries.</param>
internal sealed class CountryFact(IReadOnlyList<BookShare> shares) : Fact("country")
{
    private readonly Weighted<BookShare> books = new(shares, share => share.Share);

    // Made for the first of the first customers; two threads that make it at once make the same.
    private CountryBook[]? showcase;

    public override FactValue Make(CustomerContext context, ulong stream)
    {
        if (!context.IsShowcase) return FactValue.Thing(books.Pick(stream).Book.Country);
        showcase ??= Showcase.Countries(context.Population.Strata, [.. shares.Select(share => share.Book)]);
        return FactValue.Thing(showcase[context.Number].Country);
    }
}
