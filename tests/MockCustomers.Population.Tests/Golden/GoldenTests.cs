using System.Globalization;
using System.Text;
using MockCustomers.Customers;
using MockCustomers.Ids;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests.Golden;

/// <summary>The same customers for ever: whatever the machine, the culture, or the packages' next version.</summary>
public sealed class GoldenTests
{
    private static readonly SandboxOptions Largest = new() { Population = Customers.Population.Largest };

    /// <summary>The first, some from the middle, and the last but the documented examples of a million million.</summary>
    private static readonly long[] Places = [0, 1, 2, 3, 4, 5, 6, 7, 49, 50, 51, 999, 1_000, 99_999, 1_000_000_000, Customers.Population.Largest - 9];

    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors];

    [Theory, MemberData(nameof(Vendors))]
    public void The_customers_of_seed_42_are_who_they_were(string vendor) => Golden(vendor, Told(vendor));

    [Fact]
    public void Hashes_shuffles_and_ids_are_what_they_were() => Golden("values", Values());

    /// <summary>The product takes no culture from the system; one that a host sets must not be seen either.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public void No_culture_shows(string vendor)
    {
        var was = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Odd();
            1234.5.ToString(CultureInfo.CurrentCulture).ShouldBe("1234٫5");
            using var served = Served.Load(RepositoryFiles.Specs, Largest).First(v => v.Name == vendor);
            Golden(vendor, Told(served));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = was;
        }
    }

    /// <summary>Another minus, decimal point, group, date and time separator than anybody expects.</summary>
    private static CultureInfo Odd()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "−";
        odd.NumberFormat.NumberDecimalSeparator = "٫";
        odd.NumberFormat.NumberGroupSeparator = "’";
        odd.DateTimeFormat.DateSeparator = ".";
        odd.DateTimeFormat.TimeSeparator = "·";
        odd.DateTimeFormat.ShortDatePattern = "d/M/yy";
        return odd;
    }

    /// <summary>Compares with Golden/NAME.txt.</summary>
    private static void Golden(string name, string text)
    {
        var file = Path.Combine(Here.Folder, "Golden", name);
        Approved.MatchesFile(text, file + ".txt", file + ".received.txt");
    }

    private static string Told(string vendor) => Told(Served.Vendor(vendor, Largest));

    private static string Told(Vendor vendor) =>
        string.Concat(Places.Select(place => Served.Texts(vendor, place, 1).Single() + "\n"));

    private static string Values()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');

        foreach (var value in new ulong[] { 0, 1, 42, ulong.MaxValue })
            Line($"bits of {value}: {StableHash.Bits(value):x16}; of 7 and {value}: {StableHash.Of(7, value):x16}");
        foreach (var name in new[] { "", "a", "acme", "fact:email", "Žydrūnas" }) Line($"hash of '{name}': {StableHash.Text(name):x16}");
        foreach (var size in new ulong[] { 1, 2, 10, 1_000, 1UL << 60, 0 })
            Line($"shuffle of {size}: {string.Join(' ', Enumerable.Range(0, 8).Select(n => (ulong)n % Math.Max(1, size == 0 ? 8 : size)).Select(new Permutation(42, size).Of))}");
        var timeline = new Timeline(1_767_225_600_000_000, 42);
        foreach (var number in new[] { 0, 1, 49, 50, 20_000, 100_000, 1_000_000_000, Customers.Population.Largest - 1 })
        {
            Line($"{number}: created {timeline.Created(number)}, updated {timeline.Updated(timeline.Created(number), 42)}");
            foreach (var shape in new IIdShape[] { new UuidShape(42), new UlidShape(42, lower: false), new UlidShape(42, lower: true), new ObjectId58Shape(42) })
                Line($"  {shape.Name}: {new CustomerIds("", timeline, shape).Of(number)}");
        }

        return text.ToString();
    }
}
