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
        company = new MadeFact("company", (draw, stream) => FactValue.Thing(Pick(draw, stream)));
        Name = new MadeFact("companyName", (draw, _) => FactValue.Of(NameOf(draw)));
    }

    public Fact Name { get; }

    public IEnumerable<Fact> All =>
    [
        company,
        Name,
        new MadeFact("directorNames", (draw, stream) => FactValue.Json(Directors(home.BookOf(draw), stream))),
    ];

    public CompanyName Of(Draw draw) => draw[company].As<CompanyName>();

    private CompanyName Pick(Draw draw, ulong stream)
    {
        var book = home.BookOf(draw);
        var piece = Showcase.PieceOf(draw);
        return new CompanyName(
            book.Words.Pick(stream, piece),
            book.Trades.Pick(Mix.Bits(stream), piece),
            book.Forms.Pick(Mix.Bits(stream + 1)).Form);
    }

    private string NameOf(Draw draw)
    {
        var (word, trade, form) = Of(draw);
        return home.BookOf(draw).Company.Fill(word, trade, form);
    }

    /// <summary>One to three different people, as a JSON array.</summary>
    private static string Directors(CountryBook book, ulong stream)
    {
        var json = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        var names = new string[1 + Mix.Below(stream, 3)];
        var bits = stream;
        for (var i = 0; i < names.Length; i++)
        {
            do names[i] = Director(book, bits = Mix.Bits(bits));
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
        return $"{book.Names.First(isFemale).Pick(bits)} {book.Names.Family(isFemale).Pick(Mix.Of(bits, 1))}";
    }
}
