namespace MockCustomers.Fakes.Names;

/// <summary>What Bogus' locales can lend, known without loading any of them: a test compares this with Bogus' data.</summary>
/// <remarks>
/// Where a locale lacks a list, Bogus answers in English without a word: a Polish or an Indian woman would be called Jo. So only
/// lists of its own count; of the English locales without any, the lists of "en" do.
/// </remarks>
internal static class Locales
{
    private static readonly string[] English = ["en", "en_CA", "en_GB", "en_IE", "en_US"];

    /// <summary>Those that have first names of women and of men apart.</summary>
    private static readonly HashSet<string> FirstNames =
    [
        .. English, "ar", "az", "cz", "de", "en_NG", "en_ZA", "es", "fa", "fi", "fr", "hr", "id_ID", "it", "lv", "nb_NO", "nl",
        "pt_BR", "pt_PT", "ro", "ru", "sk", "sv", "tr", "uk", "vi",
    ];

    /// <summary>Those that have last names.</summary>
    private static readonly HashSet<string> FamilyNames =
    [
        .. FirstNames, "de_AT", "de_CH", "el", "en_AU", "en_AU_ocker", "en_IND", "es_MX", "ge", "ja", "ko", "ne", "nl_BE", "pl",
        "zh_CN", "zh_TW",
    ];

    /// <summary>What the locales lend.</summary>
    public static ILocaleLists Lists { get; } =
#if BOGUS
        new BogusLists();
#else
        new CarriedLists(typeof(Locales).Assembly);
#endif

    /// <summary>Sorted.</summary>
    public static IEnumerable<string> All => Lists.Locales.Order(StringComparer.Ordinal);

    /// <remarks>Those that have names are known without asking the lists, which read their own catalogue each time.</remarks>
    public static bool Exists(string locale) => FamilyNames.Contains(locale) || Lists.Locales.Contains(locale);

    /// <param name="locale">null lends nothing.</param>
    public static bool LendsFirstNames(string? locale) => locale is not null && FirstNames.Contains(locale);

    /// <param name="locale">null lends nothing.</param>
    public static bool LendsFamilyNames(string? locale) => locale is not null && FamilyNames.Contains(locale);
}
