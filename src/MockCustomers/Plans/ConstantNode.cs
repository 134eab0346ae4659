using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>The same value for every customer.</summary>
internal sealed class ConstantNode(JsonNode? value, PlanOrigin origin) : PlanNode(origin)
{
    private readonly byte[] json = PlainJson.Bytes(value);

    /// <summary>The value; null for JSON's null.</summary>
    public JsonNode? Value => value;

    /// <summary>Whether another one writes the same.</summary>
    public bool IsSame(ConstantNode other) => json.AsSpan().SequenceEqual(other.json);

    public override void Write(CustomerContext context, JsonBuffer json) => json.Raw(this.json);
}
