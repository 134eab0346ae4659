using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Mappings;

/// <summary>What an import in WireMock's JSON does to the mappings that are there already.</summary>
/// <param name="KeepsKnown">Whether a mapping that has the id of one that is there is left out; else it takes that one's place.</param>
/// <param name="RemovesOthers">Whether those that are not in the import are taken away.</param>
internal sealed record ImportOptions(bool KeepsKnown, bool RemovesOthers)
{
    public const string Key = "importOptions";

    private const string Ignore = "IGNORE";
    private static readonly string[] Policies = ["OVERWRITE", Ignore];

    /// <summary>What WireMock does where nothing is said.</summary>
    public static ImportOptions Default { get; } = new(KeepsKnown: false, RemovesOthers: false);

    /// <summary>Reads the options of a document, and reports what is wrong with them.</summary>
    public static ImportOptions Of(JsonPlace document)
    {
        if (document.Optional(Key) is not { } options) return Default;
        options.Allow("duplicatePolicy", "deleteAllNotInImport");
        return new ImportOptions(options.OneOf("duplicatePolicy", Policies) == Ignore, options.Flag("deleteAllNotInImport"));
    }
}
