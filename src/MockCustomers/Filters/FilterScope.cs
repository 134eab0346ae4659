using MockCustomers.Contracts;

namespace MockCustomers.Filters;

/// <summary>Which fields can be asked for.</summary>
public sealed class FilterScope(Schema customer)
{
    /// <summary>Whether a dotted path is a field of customers, or may be one where they are open.</summary>
    public bool Has(string path)
    {
        Schema? schema = customer;
        foreach (var name in path.Split('.'))
        {
            if (name.Length == 0) return false;
            var property = schema.Property(name) ?? schema.Items?.Property(name);
            if (property is null) return schema != customer && schema.AllowsMore && schema.Properties.Count == 0;
            schema = property;
        }

        return true;
    }
}
