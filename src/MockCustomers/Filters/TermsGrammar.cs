using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Queries;

namespace MockCustomers.Filters;

/// <summary>
/// Terms separated by spaces, all of which have to hold: field|op|value, or in short field:value, field=value, field!=value,
/// field&gt;value, field&gt;=value, field&lt;value, field&lt;=value, field~value; a minus in front turns it round. Where the spec leaves a field's
/// type open, a value that is a number and not quoted is a number. and(…), or(…) and nor(…)
/// group terms; "…" and &lt;…&gt; quote a value.
/// </summary>
internal sealed class TermsGrammar : IFilterGrammar
{
    private static readonly EnumNames<Operator> Operators = new()
    {
        ["eq"] = Operator.Equal,
        ["ne"] = Operator.NotEqual,
        ["gt"] = Operator.Greater,
        ["gte"] = Operator.GreaterOrEqual,
        ["lt"] = Operator.Less,
        ["lte"] = Operator.LessOrEqual,
        ["like"] = Operator.Contains,
        ["nlike"] = Operator.NotContains,
        ["in"] = Operator.In,
        ["nin"] = Operator.NotIn,
        ["all"] = Operator.All,
        ["size"] = Operator.Size,
        ["nsize"] = Operator.NotSize,
        ["exists"] = Operator.Exists,
        ["gtd"] = Operator.Greater,
        ["gted"] = Operator.GreaterOrEqual,
        ["ltd"] = Operator.Less,
        ["lted"] = Operator.LessOrEqual,
    };

    /// <summary>Longer ones before those that they begin with.</summary>
    private static readonly (string Sign, Operator Operator)[] Signs =
    [
        ("!=", Operator.NotEqual), (">=", Operator.GreaterOrEqual), ("<=", Operator.LessOrEqual), (">", Operator.Greater),
        ("<", Operator.Less), ("~", Operator.Contains), ("=", Operator.Equal), (":", Operator.Equal),
    ];

    public string Name => "terms";

    public Predicate Read(JsonNode expression, (string Pointer, string Field) place, FilterScope scope, List<Violation> violations)
    {
        var reader = new Reader(expression.ToString(), scope);
        var parts = reader.Parts(nested: 0);
        if (!reader.Failed) return new Predicate.All(parts);
        violations.Add(new Violation(place.Pointer, place.Field, "filter", "field|op|value", expression.ToString()));
        return Predicate.Everybody;
    }

    private sealed class Reader(string text, FilterScope scope)
    {
        private const int Deepest = 20;

        /// <summary>What ends the name of a field.</summary>
        private const string NotInNames = " ,()|:=!<>~\"";

        private int at;
        private bool wantsDate;
        private bool quoted;

        public bool Failed { get; private set; }

        public List<Predicate> Parts(int nested)
        {
            var parts = new List<Predicate>();
            while (!Failed)
            {
                while (at < text.Length && text[at] is ' ' or ',') at++;
                if (at >= text.Length || text[at] == ')') break;
                if (Part(nested) is { } part) parts.Add(part);
                else Failed = true;
            }

            if (nested == 0 && at < text.Length) Failed = true;
            return parts;
        }

        private Predicate? Part(int nested)
        {
            foreach (var (word, make) in Groups)
            {
                if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) continue;
                if (nested >= Deepest) return null;
                at += word.Length;
                var parts = Parts(nested + 1);
                if (at >= text.Length || text[at] != ')') return null;
                at++;
                return make(parts);
            }

            return Term();
        }

        private static readonly (string Word, Func<IReadOnlyList<Predicate>, Predicate> Make)[] Groups =
        [
            ("and(", parts => new Predicate.All(parts)),
            ("or(", parts => new Predicate.Any(parts)),
            ("nor(", parts => new Predicate.Not(new Predicate.Any(parts))),
        ];

        private Predicate? Term()
        {
            var negated = text[at] == '-';
            if (negated) at++;
            var start = at;
            while (at < text.Length && !NotInNames.Contains(text[at], StringComparison.Ordinal)) at++;
            var field = text[start..at];
            (wantsDate, quoted) = (false, false);
            if (Sign() is not { } operation) return null;
            var values = Values(operation);
            if (values.Count == 0 || (wantsDate && !values.TrueForAll(v => Timestamp.TryParseLenient(v, out _)))) return null;
            if (scope.Compare(field, operation, values, numbersAreNumbers: !quoted) is not { } condition) return null;
            return negated ? new Predicate.Not(condition) : condition;
        }

        private Operator? Sign()
        {
            if (at < text.Length && text[at] == '|')
            {
                var end = text.IndexOf('|', at + 1);
                if (end < 0 || Operators[text[(at + 1)..end]] is not { } operation) return null;
                wantsDate = text[(at + 1)..end] is "gtd" or "gted" or "ltd" or "lted";
                at = end + 1;
                return operation;
            }

            foreach (var (sign, operation) in Signs)
            {
                if (!text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal)) continue;
                at += sign.Length;
                return operation;
            }

            return null;
        }

        private List<string> Values(Operator operation)
        {
            var several = operation is Operator.In or Operator.NotIn or Operator.All;
            var values = new List<string>();
            do
            {
                if (values.Count > 0) at++;
                if (Value(several) is not { } value) return [];
                values.Add(value);
            }
            while (several && at < text.Length && text[at] == ',');
            return values;
        }

        private string? Value(bool several)
        {
            if (at < text.Length && text[at] is '"' or '<')
            {
                quoted = true;
                return Quoted(text[at++] == '"' ? '"' : '>');
            }

            var start = at;
            while (at < text.Length && text[at] is not (' ' or ')') && !(several && text[at] == ',')) at++;
            return text[start..at];
        }

        /// <summary>What stands up to a closing mark; a backslash takes the next character as it is.</summary>
        private string? Quoted(char close)
        {
            var value = new StringBuilder();
            for (; at < text.Length; at++)
            {
                if (text[at] == close)
                {
                    at++;
                    return value.ToString();
                }

                if (text[at] == '\\' && at + 1 < text.Length) at++;
                value.Append(text[at]);
            }

            return null;
        }
    }
}
