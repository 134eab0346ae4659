using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>One of several, by shares.</summary>
internal sealed class ChoiceNode(IReadOnlyList<PlanNode> choices, Chooser chooser, PlanOrigin origin) : PlanNode(origin)
{
    private readonly PlanNode[] choices = [.. choices];

    public IReadOnlyList<PlanNode> Choices => choices;

    public override void Write(CustomerContext context, JsonBuffer json) => choices[chooser.Choose(context)].Write(context, json);

    public override bool IsAbsent(CustomerContext context) => choices[chooser.Choose(context)].IsAbsent(context);

    public override long Candidate(string value, long size)
    {
        foreach (var choice in choices)
            if (choice.Candidate(value, size) is var number and >= 0) return number;
        return -1;
    }

    public override PlanNode Chosen(CustomerContext context) => choices[chooser.Choose(context)].Chosen(context);
}
