using MockCustomers.Customers;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Fakes.Facts;

/// <summary>The customer's name, be it a person or a company, and how to not reach it.</summary>
internal sealed class ContactFacts(HomeFacts home, PersonFacts person, CompanyFacts company)
{
    private static readonly string[] Roles = ["info", "billing", "accounts", "finance", "office"];

    public IEnumerable<Fact> All =>
    [
        new MadeFact("name", (context, _) => context[IsCompany(context) ? company.Name : person.FullName]),
        new MadeFact("email", (context, stream) => FactValue.Of(Email(context, stream)), email => FakeEmail.CustomerNumberOf(email)),
        new MadeFact("phone", (context, stream) => FactValue.Of(Phone(home.CountryOf(context).Phone, stream))),
        new MadeFact("url", (context, _) => FactValue.Of(Url(context))),
    ];

    private static bool IsCompany(CustomerContext context) => context.Kind.Subject == Subject.Company;

    private string Email(CustomerContext context, ulong stream)
    {
        if (!IsCompany(context)) return FakeEmail.OfPerson(person.First(context), person.Last(context), context.Number, stream);
        var (word, trade, _) = company.Of(context);
        return FakeEmail.OfCompany(Roles[StableHash.Below(stream, Roles.Length)], context.Number, word, trade);
    }

    private string Url(CustomerContext context)
    {
        if (!IsCompany(context)) return FakeUrl.Of(person.First(context), person.Last(context));
        var (word, trade, _) = company.Of(context);
        return FakeUrl.Of(word, trade);
    }

    private static string Phone(Phone phone, ulong stream)
    {
        var pattern = phone.Patterns[StableHash.Below(stream, phone.Patterns.Count)];
        return PatternFilling.Any(pattern, StableHash.Bits(stream));
    }
}
