namespace MockCustomers.Vendors.Tests;

public sealed class RefereeTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly string[] Excused =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "DocumentedViolations.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<string> WithList => Manifests.Where(v => v.List is not null);

    public static TheoryData<string> WithExpand => Manifests.Where(v => v.Expand is not null);

    [Fact]
    public void There_are_lists_and_expansions_to_judge()
    {
        WithList.Count.ShouldBeGreaterThanOrEqualTo(5);
        WithExpand.Count.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_example_is_answered_as_the_spec_describes_it(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await RefereeOfAsync(tested);
        foreach (var operation in tested.Reads)
        {
            await tested.PrepareAsync(operation);
            var answer = await tested.GetAsync(tested.Example(operation));
            answer.Status.ShouldBe(operation.Operation.Success!.Status, answer.Text);
            referee.Violations(operation.Operation, answer).ShouldBeEmpty(operation.Operation.Id + ": " + answer.Text);
        }

        tested.Reads.ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_thousand_customers_are_what_the_spec_describes(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await RefereeOfAsync(tested);
        for (var place = 0; place < 1000; place++)
        {
            var answer = await tested.GetAsync(tested.PathOf(tested.Id(place)));
            answer.Status.ShouldBe(200, answer.Text);
            referee.Violations(tested.Fetch.Operation, answer).ShouldBeEmpty($"customer {place}: {answer.Text}");
        }
    }

    [Theory, MemberData(nameof(WithExpand))]
    public async Task Everything_that_can_be_expanded_is_what_the_spec_describes(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var expand = tested.Surface.Expand!;
        var referee = await RefereeOfAsync(tested);
        var seen = new HashSet<string>();
        for (var place = 0; place < 200; place++)
        {
            var plain = tested.Customer(await tested.GetAsync(tested.PathOf(tested.Id(place))));
            foreach (var field in expand.Fields)
            {
                plain.ShouldNotContain($"\"{field}\":");
                var answer = await tested.GetAsync($"{tested.PathOf(tested.Id(place))}?{expand.Parameter}={field}");
                referee.Violations(tested.Fetch.Operation, answer).ShouldBeEmpty(answer.Text);
                if (tested.Customer(answer).Contains($"\"{field}\":", StringComparison.Ordinal)) seen.Add(field);
            }
        }

        seen.ShouldBe(expand.Fields, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(WithList))]
    public async Task A_thousand_listed_customers_are_what_the_spec_describes(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await RefereeOfAsync(tested);
        var judged = 0;
        foreach (var size in tested.Sizes)
        {
            var pages = tested.Surface.HasPages ? 1000 : 1;
            for (var page = 0; page < pages && judged < 1000; page++)
            {
                var answer = await tested.GetAsync(tested.PageTarget(page, size));
                referee.Violations(tested.List!.Operation, answer).ShouldBeEmpty($"page {page}: {answer.Text}");
                judged += tested.Customers(answer).Count;
            }
        }

        judged.ShouldBeGreaterThanOrEqualTo(tested.Surface.HasPages ? 1000 : tested.Paging!.Fixed);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_refusal_is_what_the_spec_describes(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await RefereeOfAsync(tested);
        var refusals = 0;
        foreach (var operation in tested.Reads)
        {
            await tested.PrepareAsync(operation);
            var example = tested.Example(operation);
            var answers = new List<Wire.Answer>
            {
                await tested.Wire.SendAsync("GET", example),
                await tested.Wire.SendAsync("GET", example, (tested.Credential.Name, "x")),
                await tested.Wire.SendAsync("GET", example, (tested.Credential.Name, tested.Credential.Value + "x")),
            };
            foreach (var parameter in operation.Operation.Parameters.Where(p => p.In == Contracts.ParameterLocation.Query))
                foreach (var value in new[] { "-1", "0", "100001", "x", "", "1.5" })
                    answers.Add(await tested.GetAsync($"{example}?{parameter.Name}={value}"));
            if (operation.IdParameter is not null)
                foreach (var id in new[] { "x", "%01", "-", new string('1', 36), tested.FirstId + "x", tested.Id(1)[..^1] + "!" })
                    answers.Add(await tested.GetAsync(operation.Template.Path.Replace($"{{{operation.IdParameter}}}", id, StringComparison.Ordinal)));
            foreach (var answer in answers)
            {
                referee.Violations(operation.Operation, answer).ShouldBeEmpty(tested.Told(answer));
                if (answer.Status >= 400) refusals++;
            }
        }

        refusals.ShouldBeGreaterThan(3);
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task A_documented_example_breaks_its_description_only_where_it_is_listed(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await RefereeOfAsync(tested);
        var customer = tested.Manifest.Customer;
        var operation = tested.Vendor.Contract.Operations.Single(o => o.Id == customer.Operation);
        var found =
            from example in Examples.Of(vendor)
            from violation in referee.CustomerViolations(operation, customer.At, example.ToJsonString())
            select $"{vendor} {example[customer.Id.Field!]} {violation}";
        found.ShouldBe(Excused.Where(line => line.StartsWith(vendor + " ", StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_referee_sees_what_is_wrong(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await RefereeOfAsync(tested);
        var answer = await tested.GetAsync(tested.Example(tested.Fetch));
        referee.Violations(tested.Fetch.Operation, answer with { Body = "[7]"u8.ToArray() }).ShouldNotBeEmpty();
        referee.Violations(tested.Fetch.Operation, answer with { Body = "{}"u8.ToArray() }).Count.ShouldBe(
            tested.Vendor.Contract.Operations.Single(o => o.Id == tested.Fetch.Operation.Id).Success!.Schema!.Required.Count);
        referee.Violations(tested.Fetch.Operation, answer with { StatusLine = "HTTP/1.1 203 Odd" }).ShouldNotBeEmpty();
    }

    private static Task<Referee> RefereeOfAsync(VendorUnderTest tested) => Referee.OfAsync(tested);
}
