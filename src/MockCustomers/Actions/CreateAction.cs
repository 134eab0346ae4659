using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Creates a customer.</summary>
internal sealed class CreateAction(CustomerWriter writer, SuccessTemplate success) : WriteAction(success)
{
    public override string Name => "create";

    protected override Written Write(Change change, Call call)
    {
        var sent = writer.Counted(call.Body);
        if (writer.Missing(sent, change.View.Population.Strata) is { Count: > 0 } missing) return new Fault(FaultKind.InvalidBody) { Violations = missing };
        if (writer.Create(change, sent) is not { } document)
            return new Fault(FaultKind.InvalidBody) { Violations = [new Violation("/body", "type", "enum", "", "")] };
        if (writer.Conflict(change.View, document) is { } taken) return Conflicts.Of(taken);
        return change.Create(document);
    }
}
