using System.Text;

namespace MockCustomers.Mappings;

/// <summary>The parts of a Handlebars template that stand within braces, in one pass.</summary>
internal static class TemplateExpressions
{
    private const string Begin = "{{";
    private const string End = "}}";

    /// <summary>What stands within the braces.</summary>
    public static IReadOnlyList<string> Of(string template)
    {
        var found = new List<string>();
        Replace(template, expression =>
        {
            found.Add(expression);
            return null;
        });
        return found;
    }

    /// <summary>The template with other expressions, braces included; null for one that stays.</summary>
    public static string Replace(string template, Func<string, string?> replacement)
    {
        var made = new StringBuilder();
        var at = 0;
        while (template.IndexOf(Begin, at, StringComparison.Ordinal) is >= 0 and var begin)
        {
            var end = template.IndexOf(End, begin + Begin.Length, StringComparison.Ordinal);
            if (end < 0) break;
            end += End.Length;
            // Three braces are closed by three.
            if (end < template.Length && template[end] == '}') end++;
            var whole = template[begin..end];
            made.Append(template, at, begin - at).Append(replacement(whole[Begin.Length..^End.Length]) ?? whole);
            at = end;
        }

        return made.Append(template, at, template.Length - at).ToString();
    }
}
