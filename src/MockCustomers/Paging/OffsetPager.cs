using MockCustomers.Validation;

namespace MockCustomers.Paging;

/// <summary>A number of customers to pass over and a number to show.</summary>
internal sealed class OffsetPager(string offset, string? size, int fixedSize) : IPager
{
    public string Name => "offset";

    public PagerShape Shape => new(Name, offset, size, 0, fixedSize);

    public PageWindow Cut(ParameterValues parameters)
    {
        var length = (int)(size is null ? fixedSize : parameters.Number(size) ?? fixedSize);
        return new PageWindow(Math.Clamp(parameters.Number(offset) ?? 0, 0, long.MaxValue / 2), length, 0);
    }
}
