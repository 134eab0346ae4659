namespace MockCustomers.Templates;

/// <summary>A text with {placeholders}.</summary>
internal sealed class TextTemplate
{
    private readonly List<Part> parts = [];

    public TextTemplate(string text)
    {
        while (text.Length > 0)
        {
            var open = text.IndexOf('{', StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(new Part(text, false));
                return;
            }

            if (open > 0) parts.Add(new Part(text[..open], false));
            parts.Add(new Part(text[(open + 1)..close], true));
            text = text[(close + 1)..];
        }
    }

    /// <summary>The placeholder, when the text is nothing but one; else null.</summary>
    public string? Sole => parts is [(var name, true)] ? name : null;

    /// <summary>Whether nothing has to be filled in.</summary>
    public bool IsPlain => parts.TrueForAll(part => !part.IsPlaceholder);

    /// <summary>Every placeholder's name.</summary>
    public IEnumerable<string> Placeholders => parts.Where(part => part.IsPlaceholder).Select(part => part.Text);

    public string Fill(ITemplateValues values)
    {
        if (parts is [(var only, false)]) return only;
        var filled = new string?[parts.Count];
        for (var i = 0; i < filled.Length; i++) filled[i] = parts[i].IsPlaceholder ? values.Text(parts[i].Text) : parts[i].Text;
        return string.Concat(filled);
    }

    private sealed record Part(string Text, bool IsPlaceholder);
}
