using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Actions;

/// <summary>Gets one customer by its id, or by a field whose value no two customers share.</summary>
internal sealed class FetchAction(Target target, SuccessTemplate success, ExpandManifest? expand) : IAction
{
    public string Name => "fetch";

    public ValueTask<Outcome> ActAsync(Call call)
    {
        var (customer, fault) = target.Of(call, call.View);
        if (fault is not null) return ValueTask.FromResult<Outcome>(fault);
        return ValueTask.FromResult<Outcome>(success.Fill(new CustomerValues(call.View, customer!.Value, Expanded(call)), call.Request.Output));
    }

    private string[] Expanded(Call call)
    {
        if (expand is null || call.Parameters.Text(expand.Parameter) is not { } asked) return [];
        return asked.Split(',', StringSplitOptions.TrimEntries);
    }
}
