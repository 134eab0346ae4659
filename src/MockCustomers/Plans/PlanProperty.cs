using System.Text;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>A property of an object and how its value is written.</summary>
internal sealed class PlanProperty(string name, PlanNode node)
{
    public string Name => name;

    public PlanNode Node => node;

    /// <summary>The key with its colon, as the first of its object.</summary>
    public byte[] Opening { get; } = [.. Key(name)];

    /// <summary>The key with its colon, after another one.</summary>
    public byte[] Following { get; } = [(byte)',', .. Key(name)];

    private static byte[] Key(string name) => Encoding.UTF8.GetBytes($"\"{PlainJson.Name(name)}\":");
}
