using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests;

/// <summary>What is the same in capitals and what is not: ids by their form, the scheme of a credential by the vendor.</summary>
public sealed class CaseTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SandboxOptions Own = new() { Population = 311 };

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task An_id_in_the_other_case_is_found_where_its_form_ignores_case(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var ids = tested.Host.Customers.Ids;
        for (var place = 0; place < 20; place++)
        {
            var id = tested.Id(place);
            var answer = await tested.GetAsync(tested.PathOf(Other(id, ids.Prefix)));
            if (ids.Shape.IgnoresCase) answer.Text.ShouldBe((await tested.GetAsync(tested.PathOf(id))).Text);
            else answer.Status.ShouldNotBe(200, "an id of a form that tells cases apart");
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_operation_finds_the_customer_in_the_other_case(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var ids = tested.Host.Customers.Ids;
        foreach (var operation in tested.Vendor.Operations.Where(o => o.Operation.Method != "DELETE"))
        {
            var example = tested.Vendor.Example(operation, tested.Host.Customers);
            var body = example.Body?.ToJsonString() ?? "";
            var known = tested.Host.Customers.Everybody;
            for (var place = 0; place < known.Count; place++)
            {
                var id = tested.Id(place);
                if (!example.Target.Contains(id, StringComparison.Ordinal) && !body.Contains(id, StringComparison.Ordinal)) continue;
                var other = Other(id, ids.Prefix);
                var answer = await tested.Wire.SendAsync(
                    operation.Operation.Method, example.Target.Replace(id, other, StringComparison.Ordinal), body.Replace(id, other, StringComparison.Ordinal),
                    [tested.Credential, ("Content-Type", "application/json")]);
                if (ids.Shape.IgnoresCase) answer.Status.ShouldBe(operation.Operation.Success!.Status, $"{operation.Operation.Id}: {answer.Text}");
                else answer.Status.ShouldBeGreaterThanOrEqualTo(400, operation.Operation.Id);
                break;
            }
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task What_made_a_customer_is_explained_by_its_id_in_either_case(string vendor)
    {
        var sandbox = await shared.SandboxAsync(Own);
        using var tested = await shared.VendorAsync(vendor, Own);
        var ids = tested.Host.Customers.Ids;
        using var control = sandbox.ControlClient();
        var answer = await control.GetAsync($"__admin/explain?vendor={vendor}&id={Other(tested.FirstId, ids.Prefix)}");
        answer.IsSuccessStatusCode.ShouldBe(ids.Shape.IgnoresCase);
        if (ids.Shape.IgnoresCase) JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<string>().ShouldBe(tested.FirstId);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_scheme_of_a_credential_is_compared_by_letter_only_where_the_vendor_does(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var (header, value) = tested.Credential;
        var example = tested.Example(tested.Fetch);
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            tested.Manifest.Auth.Scheme.ShouldBe("apiKey", "a credential without a scheme");
            (await tested.Wire.SendAsync("GET", example, (header, "Bearer " + value))).Status.ShouldBeInRange(400, 401);
            return;
        }

        var (scheme, key) = (value[..space], value[(space + 1)..]);
        foreach (var odd in new[] { $"{scheme.ToLowerInvariant()} {key}", $"{scheme.ToUpperInvariant()} {key}", $"{scheme}  {key}", $"{scheme.ToLowerInvariant()}   {key}" })
        {
            var answer = await tested.Wire.SendAsync("GET", example, (header, odd));
            if (tested.Manifest.Auth.Strict) answer.Status.ShouldBeInRange(400, 401, odd);
            else answer.Status.ShouldBe(200, odd);
        }

        (await tested.Wire.SendAsync("GET", example, (header, $"{scheme}{key}"))).Status.ShouldBeInRange(400, 401, "no space");
    }

    /// <summary>The id with the letters behind its prefix in the case that they are not in.</summary>
    private static string Other(string id, string prefix)
    {
        var rest = id[prefix.Length..];
        return prefix + string.Concat(rest.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
    }
}
