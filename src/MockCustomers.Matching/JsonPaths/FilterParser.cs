using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>Reads the condition of a filter: [?(@.name == 'Ada' &amp;&amp; !(@.age &lt; 18))].</summary>
internal sealed class FilterParser(PathCursor cursor, JsonPathParser paths)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    public Func<JsonElement, PathWalk, bool> Condition()
    {
        var either = new List<Func<JsonElement, PathWalk, bool>>();
        do either.Add(Both());
        while (cursor.Takes("||"));
        return either.Count == 1 ? either[0] : (node, walk) => either.Exists(one => one(node, walk));
    }

    private Func<JsonElement, PathWalk, bool> Both()
    {
        var both = new List<Func<JsonElement, PathWalk, bool>>();
        do both.Add(Single());
        while (cursor.Takes("&&"));
        return both.Count == 1 ? both[0] : (node, walk) => both.TrueForAll(one => one(node, walk));
    }

    private Func<JsonElement, PathWalk, bool> Single()
    {
        if (cursor.Sees("!") && !cursor.Sees("!="))
        {
            cursor.Expect("!");
            var not = Single();
            return (node, walk) => !not(node, walk);
        }

        if (!cursor.Takes("(")) return Comparison();
        var inner = Condition();
        cursor.Expect(")");
        return inner;
    }

    private Func<JsonElement, PathWalk, bool> Comparison()
    {
        var isPath = cursor.Sees("@") || cursor.Sees("$");
        var left = Operand();
        if (cursor.Takes("=~")) return Regex(left);
        if (Array.Find(Operators, cursor.Takes) is { } compared)
        {
            var right = Operand();
            return (node, walk) => Holds(compared, One(left(node, walk)), One(right(node, walk)));
        }

        if (cursor.Takes("in ")) return Membership(left, isIn: true);
        if (cursor.Takes("nin ")) return Membership(left, isIn: false);
        return isPath ? (node, walk) => left(node, walk).Count > 0 : throw cursor.Wrong("==, !=, <, <=, >, >=, =~, in or nin");
    }

    private Func<JsonElement, PathWalk, bool> Regex(Func<JsonElement, PathWalk, IReadOnlyList<JsonElement>> left)
    {
        if (!cursor.Sees("/")) throw cursor.Wrong("a regular expression such as /a.*/i");
        var expression = cursor.Quoted('/', keepsEscapes: true);
        var flags = cursor.While(char.IsAsciiLetter);
        if (flags.Trim('i', 's', 'm').Length > 0) throw new FormatException($"unknown flags '{flags}' of a regular expression; i, s or m");
        var options = (flags.Contains('i') ? RegexOptions.IgnoreCase : 0) | (flags.Contains('s') ? RegexOptions.Singleline : 0) | (flags.Contains('m') ? RegexOptions.Multiline : 0);
        var whole = BoundedRegex.Whole(expression, options, out var problem) ?? throw new FormatException(problem);
        return (node, walk) => One(left(node, walk)) is { ValueKind: JsonValueKind.String } text && whole(text.GetString()!);
    }

    private Func<JsonElement, PathWalk, bool> Membership(Func<JsonElement, PathWalk, IReadOnlyList<JsonElement>> left, bool isIn)
    {
        var list = Operand();
        return (node, walk) => One(left(node, walk)) is { } value
            && One(list(node, walk)) is { ValueKind: JsonValueKind.Array } known && known.EnumerateArray().Any(item => JsonElementOrder.IsEqual(item, value)) == isIn;
    }

    /// <summary>A path, or a constant.</summary>
    private Func<JsonElement, PathWalk, IReadOnlyList<JsonElement>> Operand()
    {
        if (cursor.Takes("@"))
        {
            var path = paths.Steps();
            return (node, walk) => path.Select(node, walk);
        }

        if (cursor.Takes("$"))
        {
            var path = paths.Steps();
            return (_, walk) => path.Select(walk.Root, walk);
        }

        var constant = Constant();
        return (_, _) => [constant];
    }

    private JsonElement Constant()
    {
        if (cursor.Sees("'")) return Text(cursor.Quoted('\''));
        if (cursor.Sees("\"")) return Text(cursor.Quoted('"'));
        foreach (var word in new[] { "true", "false", "null" })
            if (cursor.Takes(word)) return Json(word);
        if (cursor.Takes("["))
        {
            var items = new List<string>();
            if (cursor.Takes("]")) return Json("[]");
            do items.Add(Constant().GetRawText());
            while (cursor.Takes(","));
            cursor.Expect("]");
            return Json($"[{string.Join(',', items)}]");
        }

        var sign = cursor.Takes("-") ? "-" : "";
        var digits = sign + cursor.While(c => char.IsAsciiDigit(c) || c is '.' or 'e' or 'E' or '+' or '-');
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Json(number.ToString(CultureInfo.InvariantCulture))
            : throw cursor.Wrong("a path such as @.name, a quoted text, a number, true, false or null");
    }

    private static bool Holds(string compared, JsonElement? left, JsonElement? right)
    {
        if (left is not { } one || right is not { } other) return compared == "!=" ? left.HasValue != right.HasValue : compared == "==" && !left.HasValue && !right.HasValue;
        if (compared is "==" or "!=") return JsonElementOrder.IsEqual(one, other) == (compared == "==");
        return JsonElementOrder.Compare(one, other) is { } order && compared switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    private static JsonElement? One(IReadOnlyList<JsonElement> found) => found.Count == 1 ? found[0] : null;

    private static JsonElement Text(string value) => Json($"\"{JsonEncodedText.Encode(value)}\"");

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
