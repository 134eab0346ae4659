using MockCustomers.Customers;

namespace MockCustomers.Plans;

/// <summary>Which field of a vendor's customers shows which fact: found once, for all who ask.</summary>
/// <remarks>Of several fields that show a fact the first counts, in the order on the wire; one that always shows it comes before one that does not.</remarks>
internal sealed class FactFields
{
    private readonly Dictionary<string, FactField>[] byStratum;

    /// <param name="plans">By the strata's indexes; at least one.</param>
    public FactFields(IReadOnlyList<ObjectNode> plans)
    {
        byStratum = new Dictionary<string, FactField>[plans.Count];
        for (var i = 0; i < byStratum.Length; i++) Add(plans[i], "", byStratum[i] = []);
    }

    /// <summary>The field that shows a fact in customers of the first stratum; null when none does.</summary>
    public FactField? Of(string fact) => byStratum[0].GetValueOrDefault(fact);

    /// <summary>The field that shows a fact in customers of a stratum; null when none does.</summary>
    public FactField? Of(Stratum stratum, string fact) => byStratum[stratum.Index].GetValueOrDefault(fact);

    private static void Add(ObjectNode plan, string within, Dictionary<string, FactField> found)
    {
        foreach (var property in plan.Properties) Add(property.Node, within + property.Name, isAlways: true, found);
    }

    private static void Add(PlanNode node, string path, bool isAlways, Dictionary<string, FactField> found)
    {
        switch (node)
        {
            case FactNode fact when !found.TryGetValue(fact.Fact.Name, out var before) || (isAlways && !before.IsAlways):
                found[fact.Fact.Name] = new FactField(path, fact.Form, isAlways);
                break;
            case ObjectNode inner when isAlways:
                Add(inner, path + ".", found);
                break;
            case LaterNode later:
                Add(later.First, path, isAlways: false, found);
                break;
            case ChoiceNode choice:
                foreach (var one in choice.Choices) Add(one, path, isAlways: false, found);
                break;
        }
    }
}
