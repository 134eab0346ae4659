using System.Collections.Immutable;

namespace MockCustomers.Store;

/// <summary>The ids of the documents that share a key: as a rule one, which then costs no set.</summary>
internal readonly record struct DocumentIds
{
    private readonly string? only;
    private readonly ImmutableHashSet<string>? several;

    private DocumentIds(string? only, ImmutableHashSet<string>? several) => (this.only, this.several) = (only, several);

    public bool IsEmpty => only is null && several is null;

    public IEnumerable<string> All => several ?? (only is null ? [] : (IEnumerable<string>)[only]);

    public DocumentIds With(string id)
    {
        if (several is not null) return new DocumentIds(null, several.Add(id));
        return only is null || only == id ? new DocumentIds(id, null) : new DocumentIds(null, [only, id]);
    }

    public DocumentIds Without(string id)
    {
        if (several is null) return only == id ? default : this;
        var left = several.Remove(id);
        return left.Count > 1 ? new DocumentIds(null, left) : new DocumentIds(left.FirstOrDefault(), null);
    }
}
