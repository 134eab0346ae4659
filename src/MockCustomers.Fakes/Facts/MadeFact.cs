using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>A fact that is one function.</summary>
internal sealed class MadeFact(string name, Func<Draw, ulong, FactValue> make) : Fact(name)
{
    protected override FactValue Make(Draw draw, ulong stream) => make(draw, stream);
}
