using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;
using MockCustomers.Vendors;

namespace MockCustomers.Building.Errors;

/// <summary>Builds the wording of violations.</summary>
internal static class ViolationTextsBuilder
{
    private static readonly EnumNames<ViolationStyle> Styles = new()
    {
        ["byField"] = ViolationStyle.ByField,
        ["first"] = ViolationStyle.First,
        ["firstSentence"] = ViolationStyle.FirstSentence,
        ["list"] = ViolationStyle.List,
        ["listByField"] = ViolationStyle.ListByField,
        ["objects"] = ViolationStyle.Objects,
        ["sentence"] = ViolationStyle.Sentence,
    };

    /// <summary>The texts of a manifest, which reports what is wrong with them.</summary>
    public static ViolationTexts Build(ViolationsManifest manifest)
    {
        var texts = new Dictionary<string, TextTemplate>();
        foreach (var (key, text) in manifest.Texts) texts.Add(key, PlaceholderCheck.Text(text, manifest.Node, ViolationTexts.Placeholders));
        var style = Styles[manifest.Style];
        if (style is null) manifest.Node.Report($"unknown style of violations '{manifest.Style}'", $"style: one of: {string.Join(", ", Styles.All)}");
        var item = manifest.Item is null ? null : PlaceholderCheck.Body(manifest.Item, manifest.Node, ViolationTexts.ItemPlaceholders);
        if (item is null && style == ViolationStyle.Objects) manifest.Node.Report("the style objects needs an item", "item: {message: \"{text}\", path: \"{path}\"}");
        return new ViolationTexts(style ?? ViolationStyle.Sentence, texts, manifest.Labels, manifest.Codes, item);
    }
}
