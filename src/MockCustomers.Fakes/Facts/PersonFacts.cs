using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>A person: the customer, or whom to ask for at a company.</summary>
internal sealed class PersonFacts
{
    private const string FemaleGender = "female";
    private readonly HomeFacts home;
    private readonly MadeFact gender;
    private readonly MadeFact firstName;
    private readonly MadeFact middleName;
    private readonly MadeFact lastName;

    public PersonFacts(HomeFacts home)
    {
        this.home = home;
        gender = new MadeFact("gender", (_, stream) => FactValue.Of(Mix.Below(stream, 2) == 0 ? FemaleGender : "male"));
        firstName = new MadeFact("firstName", (draw, stream) => FactValue.Of(FirstName(draw, stream)));
        middleName = new MadeFact("middleName", (draw, stream) => FactValue.Of(MiddleName(draw, stream)));
        lastName = new MadeFact("lastName", (draw, stream) => FactValue.Of(LastName(draw, stream)));
        FullName = new MadeFact("fullName", (draw, _) => FactValue.Of($"{First(draw)} {Last(draw)}"));
    }

    /// <summary>First and last name.</summary>
    public Fact FullName { get; }

    public IEnumerable<Fact> All =>
    [
        gender,
        new MadeFact("genderLetter", (draw, _) => FactValue.Of(IsFemale(draw) ? "F" : "M")),
        new MadeFact("title", (draw, stream) => FactValue.Of(Title(draw, stream))),
        firstName,
        middleName,
        lastName,
        FullName,
        new MadeFact("fullNameWithMiddle", (draw, _) => FactValue.Of($"{First(draw)} {Middle(draw)} {Last(draw)}")),
        new MadeFact("fullNameWithInitial", (draw, _) => FactValue.Of($"{First(draw)} {Middle(draw).AsSpan(0, 1)} {Last(draw)}")),
        new MadeFact("birthDate", (draw, stream) => FactValue.Day(BirthDate.At(draw.Created, draw.Population.Timeline.Epoch, stream))),
    ];

    public string First(Draw draw) => draw.Text(firstName);

    public string Last(Draw draw) => draw.Text(lastName);

    private string Middle(Draw draw) => draw.Text(middleName);

    private bool IsFemale(Draw draw) => draw.Text(gender) == FemaleGender;

    private string Title(Draw draw, ulong stream)
    {
        var titles = home.CountryOf(draw).People.Titles;
        var fitting = IsFemale(draw) ? titles.Female : titles.Male;
        return fitting[Mix.Below(stream, fitting.Count)];
    }

    private string FirstName(Draw draw, ulong stream) =>
        home.BookOf(draw).Names.First(IsFemale(draw)).Pick(stream, Showcase.PieceOf(draw));

    private string MiddleName(Draw draw, ulong stream) =>
        home.BookOf(draw).Names.First(IsFemale(draw)).PickOther(stream, First(draw));

    private string LastName(Draw draw, ulong stream) =>
        home.BookOf(draw).Names.Family(IsFemale(draw)).Pick(stream, Showcase.PieceOf(draw));
}
