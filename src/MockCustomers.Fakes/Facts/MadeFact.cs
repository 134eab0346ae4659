using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>A fact that is one function.</summary>
/// <param name="candidate">Which customer's a value can only be; null for a fact that tells no number.</param>
internal sealed class MadeFact(string name, Func<CustomerContext, ulong, FactValue> make, Func<string, long?>? candidate = null) : Fact(name)
{
    public override long Candidate(ReadOnlySpan<char> value) => candidate?.Invoke(value.ToString()) ?? -1;

    public override FactValue Make(CustomerContext context, ulong stream) => make(context, stream);
}
