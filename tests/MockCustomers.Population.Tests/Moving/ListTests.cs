using MockCustomers.Customers;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests.Moving;

/// <summary>What lists promise at moving times, against a plain list of everybody: whoever moved by itself, was moved, or is watched.</summary>
public sealed class ListTests
{
    private const int Size = 2_600;
    private const int PageSize = 97;

    public static TheoryData<string> Moving => [.. RepositoryFiles.Vendors.Where(vendor => LegalWays.Of(vendor).First is not null)];

    [Theory, MemberData(nameof(Moving))]
    public void Pages_places_and_totals_agree_with_everybody_at_every_instant(string vendor)
    {
        var served = Served.Vendor(vendor, new SandboxOptions { Population = Size });
        using var walk = new Walk(served);
        var random = new Random(6);
        for (var instant = 0; instant < 12; instant++)
        {
            for (var i = 0; i < 5; i++) walk.Watch(random.Next(Size - 10));
            for (var i = 0; i < 5; i++) Move(walk, served, random);
            walk.Advance(1_000_000 + (long)(random.NextDouble() * 20 * 86_400_000_000));
            Check(walk.View);
        }
    }

    private static void Check(View view)
    {
        var everybody = view.Everybody.Stretch(0, (int)view.Count).ToList();
        everybody.Count.ShouldBe(Size);
        foreach (var state in view.Strata.All.Select(stratum => stratum.State).Distinct())
        {
            var expected = everybody.Where(customer => view.StratumOf(customer).State == state).Select(view.IdOf).ToList();
            var list = view.List(stratum => stratum.State == state);
            list.Count.ShouldBe(expected.Count, state.Name);
            var walked = new List<string>();
            for (var first = 0; first < list.Count; first += PageSize)
                walked.AddRange(list.Stretch(first, (int)Math.Min(PageSize, list.Count - first)).Select(view.IdOf));
            walked.ShouldBe(expected, state.Name);
            for (var place = 0; place < expected.Count; place += 13)
            {
                var customer = view.Find(expected[place])!.Value;
                list.Contains(customer).ShouldBeTrue();
                list.PlaceOf(customer).ShouldBe(place);
                view.IdOf(list[place]).ShouldBe(expected[place]);
            }
        }
    }

    /// <summary>Moves a customer to a state that is legal from where it is.</summary>
    private static void Move(Walk walk, Vendor vendor, Random random) => walk.Part.ChangeAsync(random, (change, chance) =>
    {
        var view = change.View;
        var customer = view.Everybody[chance.Next(Size)];
        var from = view.StratumOf(customer);
        var legal = view.Renderer.Lifecycle.LegalFrom(from, view.Strata);
        if (legal.Count > 0) change.Replace(customer, vendor.Mover.Move(change, customer, view.Strata.Find(new StratumName(from.Kind.Name, legal[chance.Next(legal.Count)]))!));
        return true;
    }).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
}
