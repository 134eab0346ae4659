using MockCustomers.Validation;

namespace MockCustomers.Paging;

/// <summary>The customers after, or before, one whose id is named.</summary>
internal sealed class CursorPager(string after, string before, string? size, int fixedSize) : IPager
{
    public string Name => "cursor";

    public PagerShape Shape => new(Name, null, size, 0, fixedSize) { After = after, Before = before };

    public PageWindow Cut(ParameterValues parameters)
    {
        var length = (int)(size is null ? fixedSize : parameters.Number(size) ?? fixedSize);
        return new PageWindow(0, length, 0, Named(parameters, after), Named(parameters, before));
    }

    private static string? Named(ParameterValues parameters, string name) => parameters.Text(name) is { Length: > 0 } id ? id : null;
}
