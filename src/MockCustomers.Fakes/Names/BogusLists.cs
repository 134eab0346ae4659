using Bogus;
using Bogus.Bson;

namespace MockCustomers.Fakes.Names;

/// <summary>The lists as Bogus has them.</summary>
internal sealed class BogusLists : ILocaleLists
{
    private const string Category = "name";

    public IReadOnlyCollection<string> Locales => Database.GetAllLocales();

    public bool Has(string locale, string key) => Database.HasKey(Category, key, locale, locale);

    public IEnumerable<string> Of(string locale, string key) => ((BArray)Database.Get(Category, key, locale)).OfType<BValue>().Select(name => name.StringValue);
}
