using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Changes the fields of a customer that a body names.</summary>
internal sealed class UpdateAction(CustomerWriter writer, Target target, SuccessTemplate success) : WriteAction(success)
{
    public override string Name => "update";

    protected override Written Write(Change change, Call call)
    {
        var (old, fault) = target.Of(call, change.View);
        if (fault is not null) return fault;
        var document = writer.Update(change, old!.Value, writer.Counted(call.Body));
        if (writer.Conflict(change.View, document, old) is { } taken) return Conflicts.Of(taken);
        return change.Replace(old.Value, document);
    }
}
