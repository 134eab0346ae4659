using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Actions;

/// <summary>Gets one customer by its id, or by a field that is anybody's only once.</summary>
internal sealed class FetchAction(CustomerStore store, Target target, SuccessTemplate success, ExpandManifest? expand) : IAction
{
    public string Name => "fetch";

    public Outcome Act(Call call)
    {
        var (customer, fault) = target.Of(call, store);
        if (fault is not null) return fault;
        return success.Fill(new CustomerValues(store, customer!.Value, Expanded(call)), call.Request.Output);
    }

    private string[] Expanded(Call call)
    {
        if (expand is null || call.Parameters.Text(expand.Parameter) is not { } asked) return [];
        return asked.Split(',', StringSplitOptions.TrimEntries);
    }
}
