using MockCustomers.Validation;

namespace MockCustomers.Paging;

/// <summary>No pages: the newest few, and no more.</summary>
internal sealed class NewestPager(int fixedSize) : IPager
{
    public string Name => "newest";

    public PagerShape Shape => new(Name, null, null, 0, fixedSize);

    public PageWindow Cut(ParameterValues parameters) => new(0, fixedSize, 0);
}
