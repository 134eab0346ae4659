using MockCustomers.Exchange;
using MockCustomers.Filters;
using MockCustomers.Paging;
using MockCustomers.Queries;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>Lists customers a page at a time: all of them or those that are asked for, newest first or as is asked for.</summary>
/// <param name="states">The states that are shown unless the request asks for one; null for all.</param>
internal sealed class ListAction(
    CustomerFields fields, IPager pager, FilterReader? filter, Predicate? states, ListOptions options, SuccessTemplate success) : IAction
{
    public string Name => "list";

    /// <summary>How clients ask for a page.</summary>
    public PagerShape Pages => pager.Shape;

    /// <summary>Name and field: what a field can be asked to be.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Equal => filter?.Equal ?? [];

    /// <summary>Whether the body, not the query, says what is asked for.</summary>
    public bool IsFromBody => options.FromBody;

    /// <summary>The reply with something else in the places of a page's values (<see cref="ListValues.Placeholders"/>).</summary>
    public Reply Outline(ITemplateValues values, JsonBuffer output) => success.Fill(values, output);

    public ValueTask<Outcome> ActAsync(Call call) => ValueTask.FromResult(options.FromBody ? Find(call) : FindOrKnown(call));

    private Outcome FindOrKnown(Call call)
    {
        var pages = call.View.Renderer.Pages;
        var question = Question(call);
        if (pages.Find(question, call.View) is { } known) return known;
        var outcome = Find(call);
        var output = call.Request.Output;
        if (outcome.Reply is { } reply) pages.Keep(question, call.View, reply, output.HoldsFrom, output.HoldsUntil);
        return outcome;
    }

    /// <summary>All that decides a page: the target, the parameters that came in headers, and for clients of different versions which action this is.</summary>
    private string Question(Call call)
    {
        if (options.Version is null && options.Headers.Count == 0) return call.Request.Target;
        var headers = options.Headers.Select(name => $"{name}={call.Request.Headers[name]}");
        return string.Join('\n', [options.Version, .. headers, call.Request.Target]);
    }

    private Outcome Find(Call call)
    {
        var input = new FilterInput(call.Parameters, options.FromBody ? call.Body ?? [] : null);
        var violations = new List<Violation>();
        var where = filter?.Where(input, violations) ?? Predicate.Everybody;
        var sort = filter?.Sort(input, violations) ?? [];
        var window = pager.Cut(options.FromBody ? BodyValues.Of(call) : call.Parameters);
        CheckCursors(window, violations);
        if (violations.Count > 0)
            return new Fault(FaultKind.InvalidParameter) { Violations = violations };

        var runner = new QueryRunner(call.View, fields);
        if (states is not null && !runner.AsksForState(where)) where = new Predicate.All([states, .. where is Predicate.All all ? all.Parts : [where]]);
        if (runner.Run(new CustomerQuery(where, sort, window)) is not { } result)
            return new Fault(FaultKind.TooBroad)
            {
                Detail = $"this filter looks at each customer, at most {QueryRunner.MostLookedAt}; narrow it, or start the sandbox with a smaller --population",
            };

        var selection = options.Select is { } select && input.Text(select) is { } names ? FieldSelection.Of(names) : null;
        var expanded = options.Expand is { } expand ? input.Texts(expand) : [];
        // What was decided by looking at customers, or shows parts of them, is known to hold at this very moment only.
        if (result.LookedAt || selection is not null) call.Request.Output.Hold(call.View.Now, call.View.Now + 1);
        var counted = options.Count is { } count && input.Text(count) is "true" or "";
        return success.Fill(new ListValues(call.View, result, window, selection, expanded, counted), call.Request.Output);
    }

    /// <summary>There is one cursor at most. One that is not a customer's id is accepted: no customer follows it, and none comes before it.</summary>
    private void CheckCursors(PageWindow window, List<Violation> violations)
    {
        if (window is { After: { } after, Before: not null }) violations.Add(new Violation("/query/" + options.After, options.After, "cursor", "", after));
    }
}
