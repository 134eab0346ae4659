using MockCustomers.Exchange;

namespace MockCustomers.Actions;

/// <summary>The fault of having what another customer has.</summary>
internal static class Conflicts
{
    public static Fault Of((string Field, string Value) taken) => new(FaultKind.Conflict)
    {
        Violations = [new Violation($"/body/{taken.Field}", taken.Field, "unique", "", taken.Value)],
    };
}
