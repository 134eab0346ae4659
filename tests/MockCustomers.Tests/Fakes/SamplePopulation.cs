using MockCustomers.Customers;
using MockCustomers.Fakes;

namespace MockCustomers.Tests.Fakes;

/// <summary>Two in three customers are people, one is a company; they live in the sample countries.</summary>
internal static class SamplePopulation
{
    public const int Looked = 5_000;

    /// <summary>29 February 2028, 12:00 UTC: the day on which ages go wrong first.</summary>
    public const long Epoch = 1_835_438_400_000_000;

    private static readonly Kind Individual = new("individual", Subject.Person);
    private static readonly Kind Corporate = new("corporate", Subject.Company);

    public static IEnumerable<Fact> Facts(params string[] countries) => new BogusFaker(SampleCountries.All).Facts(
        [.. (countries.Length > 0 ? countries : [.. SampleCountries.All.Keys]).Select((code, at) => new CountryShare(code, at + 1))]);

    public static Population Of(IEnumerable<Fact> facts, string seed = "7") =>
        new(new Seed(seed), "acme", Population.Largest, Epoch, facts, strataSeed => new Strata(
            strataSeed,
            [
                new Stratum(0, Individual, new State("approved"), 600),
                new Stratum(1, Individual, new State("pending"), 67),
                new Stratum(2, Corporate, new State("approved"), 333),
            ]));

    /// <summary>The first customers, one after the other, in one draw.</summary>
    public static IEnumerable<CustomerContext> Customers(Population population, int count = Looked)
    {
        var context = new CustomerContext(population);
        for (var number = 0; number < count; number++) yield return context.Turn(number);
    }

    public static IEnumerable<CustomerContext> Customers(params string[] countries) => Customers(Of(Facts(countries)));

    public static string? Text(this CustomerContext context, string fact)
    {
        var value = context[context.Population.Facts.Find(fact).ShouldNotBeNull()];
        return value.Kind == FactKind.Null ? null : value.Text;
    }

    public static DateOnly Day(this CustomerContext context, string fact) =>
        DateOnly.FromDayNumber((int)context[context.Population.Facts.Find(fact).ShouldNotBeNull()].Number);

    public static T Thing<T>(this CustomerContext context, string fact) where T : class =>
        context[context.Population.Facts.Find(fact).ShouldNotBeNull()].As<T>();

    public static bool IsCompany(this CustomerContext context) => context.Kind.Subject == Subject.Company;

    /// <summary>All that is said of a customer, as one text.</summary>
    public static string Told(this CustomerContext context) => string.Join('|', context.Population.Facts.Names.Select(name =>
    {
        var value = context[context.Population.Facts.Find(name)!];
        return value.Kind switch
        {
            FactKind.Text or FactKind.Json => name + value.Text,
            FactKind.Thing => name + value.As<object>(),
            _ => $"{name}{value.Number}",
        };
    }));
}
