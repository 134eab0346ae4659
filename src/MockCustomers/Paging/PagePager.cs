using MockCustomers.Validation;

namespace MockCustomers.Paging;

/// <summary>Numbered pages of a size.</summary>
/// <param name="first">The number of the first page.</param>
internal sealed class PagePager(string number, string? size, int first, int fixedSize) : IPager
{
    public string Name => "page";

    public PagerShape Shape => new(Name, number, size, first, fixedSize);

    public PageWindow Cut(ParameterValues parameters)
    {
        var length = (int)(size is null ? fixedSize : parameters.Number(size) ?? fixedSize);
        var page = parameters.Number(number) ?? first;
        var offset = Int128.Clamp((Int128)(page - first) * length, 0, long.MaxValue / 2);
        return new PageWindow((long)offset, length, page);
    }
}
