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
        gender = new MadeFact("gender", (_, stream) => FactValue.Of(StableHash.Below(stream, 2) == 0 ? FemaleGender : "male"));
        firstName = new MadeFact("firstName", (context, stream) => FactValue.Of(FirstName(context, stream)));
        middleName = new MadeFact("middleName", (context, stream) => FactValue.Of(MiddleName(context, stream)));
        lastName = new MadeFact("lastName", (context, stream) => FactValue.Of(LastName(context, stream)));
        FullName = new MadeFact("fullName", (context, _) => FactValue.Of($"{First(context)} {Last(context)}"));
    }

    /// <summary>First and last name.</summary>
    public Fact FullName { get; }

    public IEnumerable<Fact> All =>
    [
        gender,
        new MadeFact("genderLetter", (context, _) => FactValue.Of(IsFemale(context) ? "F" : "M")),
        new MadeFact("title", (context, stream) => FactValue.Of(Title(context, stream))),
        firstName,
        middleName,
        lastName,
        FullName,
        new MadeFact("fullNameWithMiddle", (context, _) => FactValue.Of($"{First(context)} {Middle(context)} {Last(context)}")),
        new MadeFact("fullNameWithInitial", (context, _) => FactValue.Of($"{First(context)} {Middle(context).AsSpan(0, 1)} {Last(context)}")),
        new MadeFact("birthDate", (context, stream) => FactValue.Day(BirthDate.At(context.Created, context.Population.Timeline.Epoch, stream))),
    ];

    public string First(CustomerContext context) => context.Text(firstName);

    public string Last(CustomerContext context) => context.Text(lastName);

    private string Middle(CustomerContext context) => context.Text(middleName);

    private bool IsFemale(CustomerContext context) => context.Text(gender) == FemaleGender;

    private string Title(CustomerContext context, ulong stream)
    {
        var titles = home.CountryOf(context).People.Titles;
        var fitting = IsFemale(context) ? titles.Female : titles.Male;
        return fitting[StableHash.Below(stream, fitting.Count)];
    }

    private string FirstName(CustomerContext context, ulong stream) =>
        home.BookOf(context).Names.First(IsFemale(context)).Pick(stream, Showcase.PieceOf(context));

    private string MiddleName(CustomerContext context, ulong stream) =>
        home.BookOf(context).Names.First(IsFemale(context)).PickOther(stream, First(context));

    private string LastName(CustomerContext context, ulong stream) =>
        home.BookOf(context).Names.Family(IsFemale(context)).Pick(stream, Showcase.PieceOf(context));
}
