using System.Collections.Concurrent;
using MockCustomers.Population.Tests.Checking;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests;

/// <summary>A hundred thousand customers of each vendor, looked at by a referee that knows nothing of how they are made.</summary>
public sealed class PopulationTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Referee>> Referees = new();

    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors];

    [Theory, MemberData(nameof(Vendors))]
    public void Nothing_is_wrong_with_a_hundred_thousand_customers(string vendor)
    {
        var referee = Referees.GetOrAdd(vendor, name => new Lazy<Referee>(() => Looked(name))).Value;
        referee.Looked.ShouldBeInRange(Served.Looked - 10, Served.Looked);
        referee.Breaches.ShouldBeEmpty(string.Join("\n", referee.Breaches.Select(b => $"{b.Key}: {b.Value.Times} times; {b.Value.First}")));
    }

    private static Referee Looked(string vendor)
    {
        var referee = new Referee(vendor, SandboxOptions.DefaultNow);
        foreach (var json in Served.Customers(Served.Vendor(vendor), 0, Served.Looked)) referee.Look(json);
        referee.Weigh();
        return referee;
    }
}
