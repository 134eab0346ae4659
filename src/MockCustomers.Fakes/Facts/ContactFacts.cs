using MockCustomers.Customers;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Fakes.Facts;

/// <summary>The customer's name, be it a person or a company, and how to not reach it.</summary>
internal sealed class ContactFacts(HomeFacts home, PersonFacts person, CompanyFacts company)
{
    private static readonly string[] Roles = ["info", "billing", "accounts", "finance", "office"];

    public IEnumerable<Fact> All =>
    [
        new MadeFact("name", (draw, _) => draw[IsCompany(draw) ? company.Name : person.FullName]),
        new MadeFact("email", (draw, stream) => FactValue.Of(Email(draw, stream)), email => FakeEmail.CustomerNumberOf(email)),
        new MadeFact("phone", (draw, stream) => FactValue.Of(Phone(home.CountryOf(draw).Phone, stream))),
        new MadeFact("url", (draw, _) => FactValue.Of(Url(draw))),
    ];

    private static bool IsCompany(Draw draw) => draw.Kind.Subject == Subject.Company;

    private string Email(Draw draw, ulong stream)
    {
        if (!IsCompany(draw)) return FakeEmail.OfPerson(person.First(draw), person.Last(draw), draw.Number, stream);
        var (word, trade, _) = company.Of(draw);
        return FakeEmail.OfCompany(Roles[Mix.Below(stream, Roles.Length)], draw.Number, word, trade);
    }

    private string Url(Draw draw)
    {
        if (!IsCompany(draw)) return FakeUrl.Of(person.First(draw), person.Last(draw));
        var (word, trade, _) = company.Of(draw);
        return FakeUrl.Of(word, trade);
    }

    private static string Phone(Phone phone, ulong stream)
    {
        var pattern = phone.Patterns[Mix.Below(stream, phone.Patterns.Count)];
        return Patterns.Any(pattern, Mix.Bits(stream));
    }
}
