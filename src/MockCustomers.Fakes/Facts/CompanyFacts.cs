using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>A company: the customer, or whom a person works for.</summary>
internal sealed class CompanyFacts
{
    private readonly HomeFacts home;
    private readonly MadeFact company;

    public CompanyFacts(HomeFacts home)
    {
        this.home = home;
        company = new MadeFact("company", (context, stream) => FactValue.Thing(Pick(context, stream)));
        Name = new MadeFact("companyName", (context, _) => FactValue.Of(NameOf(context)));
    }

    public Fact Name { get; }

    public IEnumerable<Fact> All =>
    [
        company,
        Name,
        new MadeFact("directorNames", (context, stream) => FactValue.Json(Directors(home.BookOf(context), stream))),
    ];

    public CompanyName Of(CustomerContext context) => context[company].As<CompanyName>();

    private CompanyName Pick(CustomerContext context, ulong stream)
    {
        var book = home.BookOf(context);
        var piece = Showcase.PieceOf(context);
        return new CompanyName(
            book.Words.Pick(stream, piece),
            book.Trades.Pick(StableHash.Bits(stream), piece),
            book.Forms.Pick(StableHash.Bits(stream + 1)).Form);
    }

    private string NameOf(CustomerContext context)
    {
        var (word, trade, form) = Of(context);
        return home.BookOf(context).Company.Fill(word, trade, form);
    }

    /// <summary>One to three different people, as a JSON array.</summary>
    private static string Directors(CountryBook book, ulong stream)
    {
        var json = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        var names = new string[1 + StableHash.Below(stream, 3)];
        var bits = stream;
        for (var i = 0; i < names.Length; i++)
        {
            do names[i] = Director(book, bits = StableHash.Bits(bits));
            while (names.AsSpan(0, i).Contains(names[i]));
            json.AppendLiteral(i == 0 ? "[\"" : "\",\"");
            json.AppendLiteral(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(names[i]));
        }

        json.AppendLiteral("\"]");
        return json.ToStringAndClear();
    }

    private static string Director(CountryBook book, ulong bits)
    {
        var isFemale = (bits & 1) == 0;
        return $"{book.Names.First(isFemale).Pick(bits)} {book.Names.Family(isFemale).Pick(StableHash.Of(bits, 1))}";
    }
}
