using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A list as the module has it: who is shown, how it is cut into pages, by which values it can be filtered, and what stands around a page.</summary>
internal sealed class MswList(RecordedVendor vendor, ServedOperation operation, ListAction list)
{
    private const string Email = @"^[^@\s]+@[^@\s]+$";

    private readonly ListPages pages = new(vendor, operation, list);

    /// <summary>By its id, where a customer stands among all.</summary>
    private readonly Dictionary<string, int> places = vendor.View.Everybody.Stretch(0, (int)vendor.View.Count).Index().ToDictionary(customer => vendor.View.IdOf(customer.Item), customer => customer.Index);

    public async Task<JsonObject> RecordAsync()
    {
        var shape = list.Pages;
        var recorded = new JsonObject
        {
            ["style"] = shape.Style,
            ["start"] = shape.Start,
            ["size"] = shape.Size,
            ["after"] = shape.After,
            ["before"] = shape.Before,
            ["first"] = shape.First,
            ["fixedSize"] = shape.FixedSize,
            ["shown"] = Places(await pages.IdsAsync() ?? []),
            ["page"] = await PageAsync(),
            ["numbers"] = await NumbersAsync(),
            ["filters"] = await FiltersAsync(),
        };
        return recorded;
    }

    /// <summary>The reply around a page: headers that come with every reply as they are, those of a page by the names of its values.</summary>
    private async Task<JsonObject> PageAsync()
    {
        var outline = ListOutline.Of(list);
        var real = (await vendor.AskAsync(operation, operation.Template.Path)).Reply;
        var named = outline.Headers.Select(header => header.Key).ToHashSet();
        return MswReply.Of(new RecordedReply(real.Status, [.. real.Headers.Where(header => !named.Contains(header.Key)), .. outline.Headers], outline.Body));
    }

    /// <summary>The pager's parameters that are numbers: what they are by default, and what the vendor says to those that are none, too small or too large.</summary>
    private async Task<JsonObject> NumbersAsync()
    {
        var numbers = new JsonObject();
        foreach (var name in new[] { list.Pages.Start, list.Pages.Size }.OfType<string>())
        {
            if (operation.Operation.Parameters.FirstOrDefault(p => p.In == ParameterLocation.Query && p.Name == name)?.Schema is not { } schema) continue;
            var number = new JsonObject();
            if (schema.Default is { } usual) number["default"] = usual.DeepClone();
            await AddAsync(number, "text", name, "many");
            if (schema.Minimum is { } least) await AddLimitAsync(number, "minimum", name, (long)least, (long)least - 1);
            if (schema.Maximum is { } most) await AddLimitAsync(number, "maximum", name, (long)most, (long)most + 1);
            numbers[name] = number;
        }

        return numbers;
    }

    private async Task AddLimitAsync(JsonObject number, string key, string name, long limit, long past)
    {
        number[key] = limit;
        await AddAsync(number, "past" + char.ToUpperInvariant(key[0]) + key[1..], name, past.ToString(CultureInfo.InvariantCulture));
    }

    private async Task AddAsync(JsonObject number, string key, string name, string value) =>
        number[key] = MswReply.Of((await vendor.AskAsync(operation, $"{operation.Template.Path}?{name}={value}")).Reply);

    /// <summary>The filters that ask for one value of a field: for each value that a customer has, or that the spec names, who is shown.</summary>
    private async Task<JsonObject> FiltersAsync()
    {
        var filters = new JsonObject();
        foreach (var (name, field) in list.Equal)
        {
            var schema = operation.Operation.Parameters.FirstOrDefault(p => p.In == ParameterLocation.Query && p.Name == name)?.Schema;
            var named = schema?.Enum.OfType<JsonNode>().Select(value => value.ToString()).ToList() ?? [];
            var shown = new JsonObject();
            foreach (var value in Values(field).Concat(named).Distinct())
                if (await pages.IdsAsync(KeyValuePair.Create(name, value)) is { } ids) shown[value] = Places(ids);
            var filter = new JsonObject { ["shown"] = shown };
            if (named.Count > 0) filter["refused"] = MswReply.Of((await vendor.AskAsync(operation, $"{operation.Template.Path}?{name}=unknown")).Reply);
            if (schema is { Pattern: not null } or { Format: "email" } && (await vendor.AskAsync(operation, $"{operation.Template.Path}?{name}=x")).Reply is { Status: >= 300 } malformed)
            {
                filter["pattern"] = schema.Pattern ?? Email;
                filter["malformed"] = MswReply.Of(malformed);
            }

            filters[name] = filter;
        }

        return filters;
    }

    private IEnumerable<string> Values(string field)
    {
        var view = vendor.View;
        foreach (var customer in view.Everybody.Stretch(0, (int)view.Count))
            if (FieldPath.Text(view.Read(customer), field) is { Length: > 0 } value) yield return value;
    }

    private JsonArray Places(IReadOnlyList<string> ids) => new([.. ids.Select(id => (JsonNode)places[id])]);
}
