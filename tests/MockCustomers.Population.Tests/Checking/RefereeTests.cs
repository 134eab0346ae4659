using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>The referee finds what it is there to find: good customers, spoilt one way at a time.</summary>
public sealed class RefereeTests
{
    private const int Spoilt = 300;

    /// <summary>What is done to a field, and which rule must tell.</summary>
    private static readonly Dictionary<string, (Func<Expectations, IEnumerable<string?>> Fields, JsonNode Value, string Rule)> Ways = new()
    {
        ["a real e-mail domain"] = (e => Emails(e), "someone@gmail.com", "an e-mail is in a reserved name"),
        ["an e-mail of somebody else"] = (e => e.People.Select(p => p.Email), "john.doe.7@example.com", "the e-mail is made of the names"),
        ["an e-mail of another company"] = (e => e.Companies.Select(c => c.Email), "info.7@some-other-firm.example", "the e-mail fits the company's name"),
        ["a real web address in a field of no rule"] = (e => Names(e), "see www.wikipedia.org", "a web address is in a reserved name"),
        ["a telephone number in a field of no rule"] = (e => Names(e), "+1 (212) 736-5000", "what looks like a telephone or card number is none that anybody can have"),
        ["a card number in a field of no rule"] = (e => Names(e), "4111 1111 1111 1111", "what looks like a telephone or card number is none that anybody can have"),
        ["a phone that rings"] = (e => e.Phones.Select(p => p.Path), "+255754123456", "a phone is in a range of its country that nobody can have"),
        ["a phone too short"] = (e => e.Phones.Select(p => p.Path), "+25534", "a phone has its country's code and length"),
        ["an official number that is issued"] = (e => e.Numbers.Keys, "22489035167", "cannot be issued"),
        ["a child"] = (e => e.People.Select(p => p.Born), "2015-06-01", "the age is from 18 to 90"),
        ["somebody of 150"] = (e => e.People.Select(p => p.Born), "1875-06-01", "the age is from 18 to 90"),
        ["a title of the other gender"] = (e => e.People.Select(p => p.Title), "Mr", "the title fits the gender"),
        ["another middle name"] = (e => e.People.Select(p => p.Middle), "Zzyzx", "the whole name is made of its parts"),
        ["another city"] = (e => e.Addresses.Select(a => a.City), "Atlantis", "city, state and postal code belong together and to the country"),
        ["another state"] = (e => e.Addresses.Select(a => a.State), "XX-YY", "city, state and postal code belong together and to the country"),
        ["another postal code"] = (e => e.Addresses.Select(a => a.Postal), "00000-XX", "city, state and postal code belong together and to the country"),
        ["another country"] = (e => e.Addresses.Select(a => a.Country), "AQ", "the country is one of the vendor's"),
        ["another street"] = (e => e.Addresses.Select(a => a.Street), "1 Nowhere Lane", "the street is one of the country's"),
        ["no legal form"] = (e => e.Companies.Select(c => c.Name), "Acme", "a company has a legal form of its country"),
        ["an update before the creation"] = (e => [e.Times is { Unix: false } t ? t.Updated : null], "2001-01-01T00:00:00.000Z", "created is not after updated"),
        ["an update in the future"] = (e => [e.Times is { Unix: false } t ? t.Updated : null], "2031-01-01T00:00:00.000Z", "updated is not after now"),
        ["an id of another form"] = (e => [e.Id], "42", "is like"),
        ["an id twice"] = (e => [e.Id], "42", "is unique"),
        ["a key more"] = (_ => ["surprise"], "!", "the keys and their order"),
    };

    public static TheoryData<string> AllWays => [.. Ways.Keys];

    [Theory, MemberData(nameof(AllWays))]
    public void It_notices(string way)
    {
        var (fields, value, rule) = Ways[way];
        var noticed = 0;
        foreach (var vendor in RepositoryFiles.Vendors)
        {
            var expected = YamlFile.Read<Expectations>(Here.Folder, "Expectations", vendor + ".yaml");
            foreach (var field in fields(expected).OfType<string>().Distinct())
            {
                var referee = new Referee(vendor, SandboxOptions.DefaultNow);
                foreach (var json in Served.Customers(Served.Vendor(vendor), 0, Spoilt)) referee.Look(Spoil(json, field, value));
                referee.Breaches.Keys.ShouldContain(found => found.EndsWith(rule, StringComparison.Ordinal) || found.Contains(rule + " ", StringComparison.Ordinal), $"{vendor} {field}");
                noticed++;
            }
        }

        noticed.ShouldBeGreaterThan(0);
    }

    /// <summary>The vendors print real-looking mail addresses, telephone numbers and places; only their ids exempt them.</summary>
    [Fact]
    public void It_finds_the_vendors_own_examples_wanting()
    {
        var wanting = 0;
        foreach (var vendor in RepositoryFiles.Vendors)
        {
            foreach (var file in Directory.Exists(Path.Combine(RepositoryFiles.Fixtures, vendor)) ? Directory.GetFiles(Path.Combine(RepositoryFiles.Fixtures, vendor), "*.json") : [])
            {
                foreach (var example in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
                {
                    var expected = YamlFile.Read<Expectations>(Here.Folder, "Expectations", vendor + ".yaml");
                    expected.Documented.ShouldContain((string)example![expected.Id]!);
                    example[expected.Id] = "nobody knows this id";
                    var referee = new Referee(vendor, SandboxOptions.DefaultNow);
                    referee.Look(JsonSerializer.SerializeToUtf8Bytes(example));
                    referee.Breaches.Count.ShouldBeGreaterThan(1, vendor);
                    wanting++;
                }
            }
        }

        wanting.ShouldBeGreaterThan(0);
    }

    private static byte[] Spoil(byte[] json, string field, JsonNode value)
    {
        var customer = JsonNode.Parse(Encoding.UTF8.GetString(json))!.AsObject();
        var names = field.Split('.');
        JsonObject? map = customer;
        foreach (var name in names[..^1]) map = map?[name] as JsonObject;
        if (map is not null && (names.Length == 1 || map.ContainsKey(names[^1]))) map[names[^1]] = value.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(customer);
    }

    private static IEnumerable<string?> Emails(Expectations expected) => expected.People.Select(p => p.Email).Concat(expected.Companies.Select(c => c.Email));

    private static IEnumerable<string?> Names(Expectations expected) => expected.People.Select(p => p.Full ?? p.First);
}
