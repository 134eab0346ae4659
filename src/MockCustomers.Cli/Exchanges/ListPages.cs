using System.Globalization;
using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A list, asked page by page.</summary>
internal sealed class ListPages(RecordedVendor vendor, ServedOperation operation, ListAction list)
{
    /// <summary>As it is asked first, without parameters, and then page by page where its pager has pages.</summary>
    public async Task<IReadOnlyList<RecordedExchange>> RecordAsync()
    {
        var first = await vendor.AskAsync(operation, operation.Template.Path);
        return [first, .. (await WalkAsync([], SizeOf(first))).Where(page => page.Target != first.Target)];
    }

    /// <summary>The ids of those that it shows, in its order.</summary>
    /// <param name="query">Names and values of filters.</param>
    /// <returns>null when it is refused.</returns>
    public async Task<IReadOnlyList<string>?> IdsAsync(params IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var pages = await WalkAsync(query, null);
        return pages[0].Reply.Status >= 300 ? null : [.. pages.SelectMany(Ids).Distinct()];
    }

    /// <summary>Goes from page to page until one is not full.</summary>
    /// <param name="size">How many a page is to hold; null for as many as it can.</param>
    private async Task<List<RecordedExchange>> WalkAsync(IReadOnlyList<KeyValuePair<string, string>> query, int? size)
    {
        var pages = new List<RecordedExchange>();
        var length = size ?? Largest;
        while (true)
        {
            var page = await vendor.AskAsync(operation, TargetOf([.. query, .. PageOf(pages.Count, length)]));
            if (page.Reply.Status >= 300 && pages.Count > 0) return pages;
            pages.Add(page);
            if (list.Pages.Start is null || page.Reply.Status >= 300 || Ids(page).Count < length) return pages;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> PageOf(int number, int length)
    {
        var pages = list.Pages;
        if (pages.Start is { } start) yield return KeyValuePair.Create(start, Digits(pages.Style == "page" ? pages.First + number : number * length));
        if (pages.Size is { } size) yield return KeyValuePair.Create(size, Digits(length));
    }

    private int Largest => list.Pages.Size is { } size && Parameter(size)?.Schema.Maximum is { } most ? (int)most : list.Pages.FixedSize;

    private int SizeOf(RecordedExchange first) => list.Pages.Size is { } size && Parameter(size)?.Schema.Default?.ToString() is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number
        : Math.Max(1, list.Pages.Start is null ? Ids(first).Count : list.Pages.FixedSize);

    private Parameter? Parameter(string name) => operation.Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Query && parameter.Name == name);

    private IReadOnlyList<string> Ids(RecordedExchange page) => ListOutline.IdsIn(page.Reply, vendor.Vendor.IdField);

    private string TargetOf(IReadOnlyList<KeyValuePair<string, string>> query) => query.Count == 0
        ? operation.Template.Path
        : $"{operation.Template.Path}?{string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))}";

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
