using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Takes a customer a step along its lifecycle.</summary>
internal sealed class MoveAction(CustomerWriter writer, Target target, MoveRules moves, SuccessTemplate success) : WriteAction(success)
{
    public override string Name => "move";

    protected override Written Write(Change change, Call call)
    {
        var (old, fault) = target.Of(call, change.View);
        if (fault is not null) return fault;
        var name = moves.By is { } property ? FieldPath.Text(call.Body, property) ?? "" : "";
        var state = change.View.StratumOf(old!.Value).State.Name;
        if (moves.Allowed(name, state) is not { } move) return IllegalMoves.Of(change.View, old.Value, moves.Otherwise);
        var document = writer.Move(change, old.Value, move.To);
        if (writer.Conflict(change.View, document, old) is { } taken) return Conflicts.Of(taken);
        return change.Replace(old.Value, document);
    }
}
