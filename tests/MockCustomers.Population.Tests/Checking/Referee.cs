using System.Text.Json;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Looks at one vendor's customers, as JSON text and nothing else, and tells what is wrong with them.</summary>
internal sealed class Referee
{
    private readonly Expectations expected;
    private readonly ICheck[] checks;
    private readonly Dictionary<string, HashSet<string>> seen;
    private readonly Dictionary<string, int> shares;

    /// <param name="vendor">Whose expectations to read.</param>
    /// <param name="now">The sandbox's date.</param>
    public Referee(string vendor, DateTimeOffset now)
    {
        expected = YamlFile.Read<Expectations>(Here.Folder, "Expectations", vendor + ".yaml");
        checks = [new ShapeChecks(expected), new TimeChecks(expected, now), new PersonChecks(expected, now), new PlaceChecks(expected), new FakenessChecks(expected)];
        seen = expected.Unique.ToDictionary(path => path, _ => new HashSet<string>());
        shares = expected.Shares.ToDictionary(share => share.What, _ => 0);
    }

    /// <summary>How many customers it looked at, the printed ones not counted.</summary>
    public int Looked { get; private set; }

    /// <summary>What is wrong: each rule that was broken, how often, and the first customer that broke it.</summary>
    public Dictionary<string, (int Times, string First)> Breaches { get; } = [];

    public void Look(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var customer = document.RootElement;
        if (Paths.Text(customer, expected.Id) is { } id && expected.Documented.Contains(id)) return;
        Looked++;
        foreach (var check in checks) check.Check(customer, (rule, what) => Note(rule, what, customer));
        foreach (var (path, values) in seen)
            foreach (var value in Paths.At(customer, path))
                if (value.ValueKind != JsonValueKind.Null && !values.Add(value.ToString())) Note($"{path} is unique", value.ToString(), customer);
        foreach (var share in expected.Shares)
            if (Matcher.Holds(customer, share.When)) shares[share.What]++;
    }

    /// <summary>Notes the shares that are off by more than a percent of all customers, or by a twentieth of themselves.</summary>
    public void Weigh()
    {
        foreach (var share in expected.Shares)
        {
            var percent = 100.0 * shares[share.What] / Looked;
            if (Math.Abs(percent - share.Percent) > Math.Min(1, share.Percent / 20))
                Breaches[$"{share.What} are {share.Percent} percent"] = (1, $"{percent:F2} percent");
        }
    }

    private void Note(string rule, string what, JsonElement customer)
    {
        var (times, first) = Breaches.GetValueOrDefault(rule);
        Breaches[rule] = (times + 1, first ?? $"{what} in {customer.GetRawText()}");
    }
}
