using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Creates a customer.</summary>
internal sealed class CreateAction(CustomerStore store, CustomerWriter writer, SuccessTemplate success) : IAction
{
    public string Name => "create";

    public Outcome Act(Call call)
    {
        var (customer, fault) = store.Change(change => Create(change, call));
        if (fault is not null) return fault;
        return success.Fill(new CustomerValues(store, customer!.Value, []), call.Request.Output);
    }

    private (CustomerHandle?, Fault?) Create(StoreChange change, Call call)
    {
        var sent = writer.Counted(call.Body);
        if (writer.Missing(sent) is { Count: > 0 } missing) return (null, new Fault(FaultKind.InvalidBody) { Violations = missing });
        if (writer.Create(change, sent) is not { } document)
            return (null, new Fault(FaultKind.InvalidBody) { Violations = [new Violation("/body", "type", "enum", "", "")] });
        if (writer.Conflict(change, document) is { } taken) return (null, Conflicts.Of(taken));
        return (change.Create(document), null);
    }
}
