namespace MockCustomers.Matching.JsonPaths;

/// <summary>Reads a JSONPath expression.</summary>
internal sealed class JsonPathParser(PathCursor cursor)
{
    private const int Longest = 1000;

    public static JsonPath? Parse(string expression, out string problem)
    {
        problem = expression.Length > Longest ? $"it is longer than {Longest} characters" : "";
        if (problem.Length > 0) return null;
        var cursor = new PathCursor(expression);
        try
        {
            cursor.Expect("$");
            var path = new JsonPathParser(cursor).Steps();
            return cursor.IsAtEnd ? path : throw cursor.Wrong("'.' or '['");
        }
        catch (FormatException broken)
        {
            problem = broken.Message;
            return null;
        }
    }

    /// <summary>The steps after a root, as far as they go.</summary>
    public JsonPath Steps()
    {
        var steps = new List<IPathStep>();
        while (true)
        {
            if (cursor.Takes(".."))
            {
                steps.Add(new DescentStep());
                steps.Add(cursor.Takes("[") ? Bracket() : cursor.Takes("*") ? new EveryStep() : new NameStep([Name()]));
            }
            else if (cursor.Takes("["))
            {
                steps.Add(Bracket());
            }
            else if (cursor.Takes("."))
            {
                if (cursor.Takes("*"))
                {
                    steps.Add(new EveryStep());
                    continue;
                }

                var name = Name();
                if (!cursor.Takes("("))
                {
                    steps.Add(new NameStep([name]));
                    continue;
                }

                if (name is not ("length" or "size")) throw new FormatException($"unknown function '{name}()'; length() is known");
                cursor.Expect(")");
                return new JsonPath(steps, asksLength: true);
            }
            else
            {
                return new JsonPath(steps, asksLength: false);
            }
        }
    }

    private string Name()
    {
        var name = cursor.While(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$' or '@' || c > 127);
        return name.Length > 0 ? name : throw cursor.Wrong("a name");
    }

    private IPathStep Bracket()
    {
        var step = Inside();
        cursor.Expect("]");
        return step;
    }

    private IPathStep Inside()
    {
        if (cursor.Takes("*")) return new EveryStep();
        if (cursor.Takes("?")) return new FilterStep(new FilterParser(cursor, this).Condition());
        if (cursor.Sees("'") || cursor.Sees("\"")) return new NameStep([.. Listed(() => cursor.Sees("'") ? cursor.Quoted('\'') : cursor.Sees("\"") ? cursor.Quoted('"') : throw cursor.Wrong("a quoted name"))]);
        var first = cursor.Whole();
        if (cursor.Takes(":"))
        {
            var to = cursor.Whole();
            return new SliceStep(first, to, cursor.Takes(":") ? cursor.Whole() ?? 1 : 1);
        }

        var places = new List<int> { first ?? throw cursor.Wrong("a name, a number, '*', '?' or a slice") };
        while (cursor.Takes(",")) places.Add(cursor.Whole() ?? throw cursor.Wrong("a number"));
        return new IndexStep(places);
    }

    private IEnumerable<string> Listed(Func<string> one)
    {
        do yield return one();
        while (cursor.Takes(","));
    }
}
