using MockCustomers.Exchange;

namespace MockCustomers.Actions;

/// <summary>Gets one customer by its id, or by a field whose value no two customers share.</summary>
/// <param name="expand">The query parameter that names fields which are shown only when asked for; null for none.</param>
internal sealed class FetchAction(Target target, SuccessTemplate success, string? expand) : IAction
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
        if (expand is null || call.Parameters.Text(expand) is not { } asked) return [];
        return asked.Split(',', StringSplitOptions.TrimEntries);
    }
}
