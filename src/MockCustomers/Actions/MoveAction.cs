using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Takes a customer a step along its lifecycle.</summary>
internal sealed class MoveAction(CustomerWriter writer, Target target, WriteManifest manifest, SuccessTemplate success) : WriteAction(success)
{
    public override string Name => "move";

    protected override Written Write(Change change, Call call)
    {
        var (old, fault) = target.Of(call, change.View);
        if (fault is not null) return fault;
        var name = manifest.By is { } property ? JsonPath.Text(call.Body, property) ?? "" : "";
        var state = change.View.StratumOf(old!.Value).State.Name;
        if (Allowed(name, state) is not { } move) return new Fault(manifest.Otherwise) { Id = change.View.IdOf(old.Value), Detail = state };
        var document = writer.Move(change, old.Value, move.To);
        if (writer.Conflict(change.View, document, old) is { } taken) return Conflicts.Of(taken);
        return change.Replace(old.Value, document);
    }

    /// <summary>The first move of that name that a state allows; null when it allows none.</summary>
    private MoveManifest? Allowed(string name, string state)
    {
        foreach (var (key, move) in manifest.Moves)
            if ((manifest.By is null || key == name) && (move.From.Count == 0 || move.From.Contains(state))) return move;
        return null;
    }
}
