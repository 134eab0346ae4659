using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Changes the fields of a customer that a body names.</summary>
/// <param name="otherwise">The fault of a body that shows a state to which the customer may not go.</param>
internal sealed class UpdateAction(CustomerWriter writer, Target target, FaultKind otherwise, SuccessTemplate success) : WriteAction(success)
{
    public override string Name => "update";

    protected override Written Write(Change change, Call call)
    {
        var (old, fault) = target.Of(call, change.View);
        if (fault is not null) return fault;
        var document = writer.Update(change, old!.Value, writer.Counted(call.Body));
        if (IllegalMoves.Of(change.View, old.Value, document.Stratum.State, otherwise) is { } illegal) return illegal;
        if (writer.Conflict(change.View, document, old) is { } taken) return Conflicts.Of(taken);
        return change.Replace(old.Value, document);
    }
}
