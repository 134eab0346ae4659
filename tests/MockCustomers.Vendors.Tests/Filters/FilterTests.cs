using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Manifests;
using MockCustomers.Queries;

namespace MockCustomers.Vendors.Tests.Filters;

/// <summary>Filters, sorts and selections of every vendor, held against what each customer shows when it is got by its id.</summary>
public sealed class FilterTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly Operator[] Compared =
        [Operator.Equal, Operator.NotEqual, Operator.In, Operator.NotIn, Operator.Contains, Operator.NotContains, Operator.All];

    public static TheoryData<string, string, string> WithGrammar => FilteredList.All(filter => filter.Grammar is not null);

    public static TheoryData<string, string, string> WithSelect => FilteredList.All(filter => filter.Select is not null);

    public static TheoryData<string, string, string> WithSort => FilteredList.All(filter => filter.Sort is not null);

    [Fact]
    public void There_are_lists_to_ask()
    {
        WithGrammar.Count.ShouldBeGreaterThanOrEqualTo(4);
        WithSelect.Count.ShouldBeGreaterThanOrEqualTo(3);
        WithSort.Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Theory, MemberData(nameof(WithGrammar))]
    public async Task A_filter_finds_those_whose_own_fields_say_so(string vendor, string operation, string version)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = 90 });
        (await CheckAsync(tested, new FilteredList(tested, operation, version))).ShouldBeGreaterThan(20);
    }

    [Theory, MemberData(nameof(WithGrammar))]
    public async Task A_filter_finds_them_also_as_clients_changed_them(string vendor, string operation, string version)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = 91 });
        (await Changes.MakeAsync(tested)).ShouldBeGreaterThan(0);
        (await CheckAsync(tested, new FilteredList(tested, operation, version))).ShouldBeGreaterThan(20);
    }

    [Theory, MemberData(nameof(WithSelect))]
    public async Task A_selection_shows_of_each_customer_what_stands_at_the_path(string vendor, string operation, string version)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = 90 });
        var list = new FilteredList(tested, operation, version);
        var everybody = await Everybody.GetAsync(tested);
        var id = tested.Manifest.Customer.Id.Field!;
        foreach (var path in everybody.Paths)
        {
            var selected = list.Customers(await list.AskAsync((list.Filter.Select!, $"{id} {path}")));
            selected.Count.ShouldBe(everybody.ById.Count);
            foreach (var customer in selected)
            {
                var whole = everybody.ById[customer[id]!.GetValue<string>()];
                Shown(customer, path).ShouldBe(Shown(whole, path), path);
                customer.Select(p => p.Key).ShouldBeSubsetOf([id, path.Split('.')[0]]);
            }

            foreach (var customer in list.Customers(await list.AskAsync((list.Filter.Select!, $"-{path}"))))
                Everybody.Reach(customer, path).ShouldBeEmpty(path);
        }
    }

    [Theory, MemberData(nameof(WithSort))]
    public async Task A_sort_goes_by_the_least_at_the_path_or_by_the_greatest(string vendor, string operation, string version)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Population = 90 });
        var list = new FilteredList(tested, operation, version);
        var everybody = await Everybody.GetAsync(tested);
        var sorts = 0;
        foreach (var path in everybody.Paths)
        {
            foreach (var descending in new[] { false, true })
            {
                var answer = await list.AskAsync(Sort(list, path, descending));
                if (answer.Status == 400) continue;
                var keys = list.Customers(answer).Select(c => Key(c, path, descending)).ToList();
                keys.Count.ShouldBeGreaterThan(50);
                var pairs = keys.Zip(keys.Skip(1));
                pairs.ShouldAllBe(pair => descending ? Compare(pair.First, pair.Second) >= 0 : Compare(pair.First, pair.Second) <= 0, path);
                sorts++;
            }
        }

        sorts.ShouldBeGreaterThan(5);
    }

    /// <summary>Asks for every field that the list takes, by every operator; how many questions that were.</summary>
    private static async Task<int> CheckAsync(VendorUnderTest tested, FilteredList list)
    {
        var everybody = await Everybody.GetAsync(tested);
        var id = tested.Manifest.Customer.Id.Field!;
        var asked = 0;
        foreach (var path in everybody.Paths)
        {
            var values = everybody.ValuesAt(path);
            var shown = Listed(tested, list.Mapping, path).ToHashSet();
            foreach (var (operation, compared) in Questions(values))
            {
                if (list.Expression(path, operation, compared) is not { } expression) continue;
                var answer = await list.AskAsync((list.Filter.Expression!, expression));
                if (answer.Status == 400) continue;
                var found = list.Customers(answer).Select(c => c[id]!.GetValue<string>()).ToHashSet();
                var numbers = list.Filter.Grammar == "terms" && path.StartsWith("metadata.", StringComparison.Ordinal);
                found.SymmetricExceptWith(everybody.Where(path, operation, compared, numbers).Where(shown.Contains));
                found.ShouldBeEmpty(expression.ToJsonString());
                asked++;
            }
        }

        return asked;
    }

    private static IEnumerable<(Operator Operation, IReadOnlyList<JsonNode> Values)> Questions(IReadOnlyList<JsonNode> values)
    {
        yield return (Operator.Exists, [JsonValue.Create(true)]);
        yield return (Operator.Exists, [JsonValue.Create(false)]);
        if (values.Count == 0) yield break;
        // Many customers can have nothing in a field by which others are found.
        var empty = values.FirstOrDefault(value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0);
        foreach (var value in new[] { values[0], values[^1], empty }.OfType<JsonNode>().DistinctBy(v => v.ToJsonString()))
            foreach (var operation in Compared) yield return (operation, [value]);
        yield return (Operator.In, [values[0], JsonValue.Create("nobody's"), values[^1]]);
        yield return (Operator.NotIn, [values[0], JsonValue.Create("nobody's"), values[^1]]);
        yield return (Operator.All, [values[0], values[^1]]);
    }

    /// <summary>The customers that a list shows when it is asked about a field: of some states, unless the field tells the state.</summary>
    private static IEnumerable<string> Listed(VendorUnderTest tested, MappingManifest mapping, string path)
    {
        var customers = tested.Host.Customers;
        var tellsState = tested.Manifest.Customer.States.All(s => s.Set.Any(set => set.Key == path));
        for (var place = 0L; place < customers.Everybody.Count; place++)
        {
            var customer = customers.Everybody[place];
            if (mapping.States.Count == 0 || tellsState || mapping.States.Contains(customers.StratumOf(customer).State.Name)) yield return customers.IdOf(customer);
        }
    }

    private static List<(string, JsonNode)> Sort(FilteredList list, string path, bool descending)
    {
        if (list.Filter.Order is not { } order) return [(list.Filter.Sort!, (descending ? "-" : "") + path)];
        if (list.Filter.Grammar != "objects") return [(list.Filter.Sort!, path), (order, descending ? "desc" : "asc")];
        return [(list.Filter.Sort!, new JsonArray(new JsonObject { ["field"] = path, ["direction"] = descending ? "desc" : "asc" }))];
    }

    private static List<string> Shown(JsonObject customer, string path) =>
        [.. Everybody.Reach(customer, path).Select(value => value?.ToJsonString() ?? "null")];

    private static (int Kind, decimal Number, string Text) Key(JsonObject customer, string path, bool descending)
    {
        var keys = Everybody.Items(customer, path).Select(item => item?.GetValueKind() switch
        {
            JsonValueKind.Number => (2, item.GetValue<decimal>(), ""),
            JsonValueKind.String => (3, 0m, item.GetValue<string>()),
            JsonValueKind.Object => (4, 0m, ""),
            _ => (1, 0m, ""),
        }).ToList();
        if (keys.Count == 0) return (Everybody.Reach(customer, path).Any() ? 0 : 1, 0, "");
        keys.Sort(Compare);
        return descending ? keys[^1] : keys[0];
    }

    private static int Compare((int Kind, decimal Number, string Text) one, (int Kind, decimal Number, string Text) other)
    {
        var order = one.Kind.CompareTo(other.Kind);
        if (order == 0) order = one.Number.CompareTo(other.Number);
        return order != 0 ? order : string.CompareOrdinal(one.Text, other.Text);
    }
}
