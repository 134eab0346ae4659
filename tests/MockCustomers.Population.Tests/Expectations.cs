using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests;

/// <summary>What is expected of a vendor's customers: Expectations/VENDOR.yaml, written from the vendor's own pages.</summary>
internal sealed record Expectations
{
    /// <summary>The field that holds the id.</summary>
    public required string Id { get; init; }

    /// <summary>The keys of a customer in the order of the wire; one that may be left out ends in a question mark.</summary>
    public required string[] Keys { get; init; }

    /// <summary>What a text must look like wherever it is there: path and regular expression.</summary>
    public Dictionary<string, string> Forms { get; init; } = [];

    /// <summary>Fields whose values no two customers share.</summary>
    public string[] Unique { get; init; } = [];

    /// <summary>The ids of the vendor's printed customers, which are served as they stand.</summary>
    public string[] Documented { get; init; } = [];

    public Rule[] Rules { get; init; } = [];

    public Share[] Shares { get; init; } = [];

    /// <summary>The countries in which the customers live.</summary>
    public required string[] Countries { get; init; }

    public Times? Times { get; init; }

    public Person[] People { get; init; } = [];

    public Company[] Companies { get; init; } = [];

    public Address[] Addresses { get; init; } = [];

    public Phone[] Phones { get; init; } = [];

    /// <summary>Official numbers: path and the word for them in Expectations/_numbers.yaml.</summary>
    public Dictionary<string, string> Numbers { get; init; } = [];

    /// <summary>Fields of digits that are neither telephone nor official numbers: dates, postal codes, ids.</summary>
    public string[] OtherDigits { get; init; } = [];

    /// <summary>What the spec allows and no customer shows, with the reason.</summary>
    public NeverShown[] NeverShown { get; init; } = [];
}

/// <summary>Where the first map holds, so must the second. In them: path, and a value, a list of values, &lt;absent&gt;, &lt;there&gt;, &lt;text&gt; or /regex/.</summary>
/// <param name="Each">A list each of whose items is looked at by itself; null for the whole customer.</param>
internal sealed record Rule(string Why, JsonObject? When, JsonObject Then, string? Each = null);

/// <param name="Percent">Of all customers.</param>
internal sealed record Share(string What, JsonObject When, double Percent);

/// <param name="Unix">Whether they are numbers of seconds.</param>
internal sealed record Times(string Created, string Updated, bool Unix = false);

/// <param name="When">When the fields are a person's; null for always.</param>
/// <param name="Full">The whole name.</param>
/// <param name="WithMiddle">Whether the whole name has the middle name or its first letter in it.</param>
internal sealed record Person(
    JsonObject? When, string? First, string? Middle, string? Last, string? Full, string? Email, string? Title, string? Gender, string? Born,
    bool WithMiddle = false);

internal sealed record Company(JsonObject? When, string Name, string? Email, string? Country = null);

/// <param name="State">An ISO 3166-2 code, the part after its hyphen, or the state's name.</param>
internal sealed record Address(string Country, string? City = null, string? State = null, string? Postal = null, string? Street = null);

internal sealed record Phone(string Path, string? Country);

/// <param name="What">null, absent, or values of the enum.</param>
internal sealed record NeverShown(string[] Paths, string[] What, string Why);
