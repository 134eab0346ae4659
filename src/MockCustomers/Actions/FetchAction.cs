using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>Gets one customer by its id.</summary>
internal sealed class FetchAction(CustomerStore store, SuccessTemplate success, ExpandManifest? expand) : IAction
{
    public static readonly string[] Placeholders = ["customer"];

    public string Name => "fetch";

    public Outcome Act(Call call)
    {
        if (store.Find(call.Id!) is not { } customer) return new Fault(FaultKind.NoSuchCustomer) { Id = call.Id };
        return success.Fill(new Values(store, customer, Expanded(call)), call.Request.Output);
    }

    private string[] Expanded(Call call)
    {
        if (expand is null || call.Parameters.Text(expand.Parameter) is not { } asked) return [];
        return asked.Split(',', StringSplitOptions.TrimEntries);
    }

    private sealed class Values(CustomerStore store, CustomerHandle customer, IReadOnlyCollection<string> expanded) : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            store.Write(customer, expanded, json);
            return true;
        }

        public string? Text(string name) => null;
    }
}
