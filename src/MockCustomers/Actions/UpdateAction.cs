using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Changes the fields of a customer that a body names.</summary>
/// <param name="states">The states in which another customer's fields stand in the way; empty for all.</param>
internal sealed class UpdateAction(CustomerWriter writer, Target target, IReadOnlyList<string> states, SuccessTemplate success) : WriteAction(success)
{
    public override string Name => "update";

    protected override Written Write(Change change, Call call)
    {
        var (old, fault) = target.Of(call, change.View);
        if (fault is not null) return fault;
        var sent = writer.Counted(call.Body);
        var document = writer.Update(change, old!.Value, sent);
        if (writer.Conflict(change.View, document, sent, states) is { } taken) return Conflicts.Of(taken);
        return change.Replace(old.Value, document);
    }
}
