using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;
using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>Takes a customer a step along its lifecycle.</summary>
internal sealed class MoveAction(CustomerStore store, CustomerWriter writer, Target target, WriteManifest manifest, SuccessTemplate success) : IAction
{
    public string Name => "move";

    public Outcome Act(Call call)
    {
        var (customer, fault) = store.Change(change => Move(change, call));
        if (fault is not null) return fault;
        return success.Fill(new CustomerValues(store, customer!.Value, []), call.Request.Output);
    }

    private (CustomerHandle?, Fault?) Move(StoreChange change, Call call)
    {
        var (old, fault) = target.Of(call, change);
        if (fault is not null) return (null, fault);
        var name = manifest.By is { } property ? JsonPath.Text(call.Body, property) ?? "" : "";
        var state = store.StratumOf(old!.Value).State.Name;
        var move = manifest.Moves
            .Where(m => (manifest.By is null || m.Key == name) && (m.Value.From.Count == 0 || m.Value.From.Contains(state)))
            .Select(m => m.Value).FirstOrDefault();
        if (move is null) return (null, new Fault(manifest.Otherwise) { Id = store.IdOf(old.Value), Detail = state });
        var document = writer.Move(change, old.Value, move.To);
        if (writer.Conflict(change, document, old) is { } taken) return (null, Conflicts.Of(taken));
        return (change.Replace(old.Value, document), null);
    }
}
