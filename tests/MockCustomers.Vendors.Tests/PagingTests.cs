using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests;

public sealed class PagingTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly long[] Populations = [0, 1, 49, 50, 51, 1037];

    public static TheoryData<string, long> ListsAndPopulations
    {
        get
        {
            var data = new TheoryData<string, long>();
            foreach (var row in WithList)
                foreach (var population in Populations)
                    data.Add(row.Data, population);
            return data;
        }
    }

    public static TheoryData<string> WithList => Manifests.Where(v => v.List is not null);

    public static TheoryData<string> WithPages => Manifests.Where(v => v.HasPages);

    public static TheoryData<string> WithSize => Manifests.Where(v => v.Size is not null);

    public static TheoryData<string> WithListAndTime => Manifests.Where(v => v is { List: not null, CreatedField: not null });

    [Fact]
    public void There_are_lists_to_walk_through()
    {
        WithList.Count.ShouldBeGreaterThanOrEqualTo(5);
        WithPages.Count.ShouldBeGreaterThanOrEqualTo(4);
        WithSize.Count.ShouldBeGreaterThanOrEqualTo(4);
        WithListAndTime.Count.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_population_is_as_large_as_it_was_asked_to_be(string vendor)
    {
        foreach (var population in Populations)
        {
            using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = population });
            tested.Host.Customers.Everybody.Count.ShouldBe(population);
        }
    }

    [Theory, MemberData(nameof(ListsAndPopulations))]
    public async Task All_pages_together_are_the_listed_customers_once_each(string vendor, long population)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = population });
        var expected = tested.ListedIds.ToList();
        if (tested.Paging!.Style == "newest") expected = [.. expected.Take(tested.Paging.Fixed)];
        foreach (var size in tested.Sizes)
        {
            var walked = await WalkAsync(tested, size);
            walked.Select(tested.IdOf).ShouldBe(expected, $"size {size}");
            walked.Distinct().Count().ShouldBe(walked.Count);
        }
    }

    [Theory, MemberData(nameof(ListsAndPopulations))]
    public async Task A_customer_got_by_id_is_the_one_that_the_list_showed(string vendor, long population)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = population });
        foreach (var listed in (await WalkAsync(tested, tested.Sizes[^1])).Take(300))
            tested.Customer(await tested.GetAsync(tested.PathOf(tested.IdOf(listed)))).ShouldBe(listed);
    }

    [Theory, MemberData(nameof(WithPages))]
    public async Task A_page_past_the_end_is_empty(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = 51 });
        foreach (var page in new[] { 52L, 1_000_000, int.MaxValue / 1000 })
            tested.Customers(await tested.GetAsync(tested.PageTarget(page, 1))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(WithListAndTime))]
    public async Task The_newest_customers_come_first(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = 1037 });
        var field = tested.Surface.CreatedField!;
        var times = (await WalkAsync(tested, tested.Sizes[^1])).Select(c => JsonNode.Parse(c)![field]!.ToString()).ToList();
        times.ShouldBe(times.OrderByDescending(t => t, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(WithSize))]
    public async Task A_size_out_of_bounds_is_refused(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var size = tested.Size!;
        var target = tested.Example(tested.List!) + "?" + size.Name + "=";
        foreach (var bad in new[] { $"{size.Schema.Minimum - 1}", $"{size.Schema.Maximum + 1}", "x", "1.5", "", "99999999999999999999999999999999999999" })
            (await tested.GetAsync(target + bad)).Status.ShouldBeInRange(400, 422, bad);
    }

    private static async Task<List<string>> WalkAsync(VendorUnderTest tested, int size)
    {
        var walked = new List<string>();
        for (var page = 0L; ; page++)
        {
            var customers = tested.Customers(await tested.GetAsync(tested.PageTarget(page, size)));
            walked.AddRange(customers);
            var asked = size > 0 ? size : tested.DefaultSize;
            customers.Count.ShouldBeLessThanOrEqualTo(asked);
            if (customers.Count < asked || tested.Paging!.Style == "newest") return walked;
        }
    }
}
