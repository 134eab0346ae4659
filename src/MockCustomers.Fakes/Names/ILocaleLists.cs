namespace MockCustomers.Fakes.Names;

/// <summary>Bogus' lists of names, by locale and by what Bogus calls them: female_first_name, male_first_name, last_name, female_last_name, male_last_name.</summary>
internal interface ILocaleLists
{
    /// <summary>Every locale that there is.</summary>
    IReadOnlyCollection<string> Locales { get; }

    /// <summary>Whether a locale has a list of its own.</summary>
    bool Has(string locale, string key);

    /// <summary>A locale's own list, else that of "en".</summary>
    IEnumerable<string> Of(string locale, string key);
}
