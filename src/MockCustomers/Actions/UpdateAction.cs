using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Changes the fields of a customer that a body names.</summary>
internal sealed class UpdateAction(CustomerStore store, CustomerWriter writer, Target target, SuccessTemplate success) : IAction
{
    public string Name => "update";

    public Outcome Act(Call call)
    {
        var (customer, fault) = store.Change(change => Update(change, call));
        if (fault is not null) return fault;
        return success.Fill(new CustomerValues(store, customer!.Value, []), call.Request.Output);
    }

    private (CustomerHandle?, Fault?) Update(StoreChange change, Call call)
    {
        var (old, fault) = target.Of(call, change);
        if (fault is not null) return (null, fault);
        var document = writer.Update(change, old!.Value, writer.Counted(call.Body));
        if (writer.Conflict(change, document, old) is { } taken) return (null, Conflicts.Of(taken));
        return (change.Replace(old.Value, document), null);
    }
}
