using MockCustomers.Validation;

namespace MockCustomers.Paging;

/// <summary>One way to cut a list into pages, named by manifests.</summary>
internal interface IPager
{
    string Name { get; }

    /// <summary>How clients ask for a page.</summary>
    PagerShape Shape { get; }

    /// <summary>The part of the list that valid parameters ask for.</summary>
    PageWindow Cut(ParameterValues parameters);
}
