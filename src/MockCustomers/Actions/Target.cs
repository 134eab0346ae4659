using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Actions;

/// <summary>Which customer a request is about: by the id in its path or body, or by a field that a parameter names.</summary>
internal sealed class Target(WriteManifest manifest, string idField, IReadOnlyList<string> states)
{
    /// <summary>The customer, or why there is none.</summary>
    /// <param name="find">By id.</param>
    /// <param name="findBy">By field and value.</param>
    public (CustomerHandle? Customer, Fault? Fault) Of(
        Call call, Func<string, CustomerHandle?> find, Func<string, string, IReadOnlyList<CustomerHandle>> findBy, Func<CustomerHandle, string> stateOf)
    {
        if (manifest.Key.Count > 0) return ByKey(call, find, findBy, stateOf);
        var id = manifest.IdIn is { } property ? JsonPath.Text(call.Body, property) : call.Id;
        return Found(id is null ? null : find(id), id ?? "", stateOf);
    }

    private (CustomerHandle?, Fault?) ByKey(
        Call call, Func<string, CustomerHandle?> find, Func<string, string, IReadOnlyList<CustomerHandle>> findBy, Func<CustomerHandle, string> stateOf)
    {
        foreach (var (parameter, field) in manifest.Key)
        {
            if (call.Parameters.Text(parameter) is not { Length: > 0 } value) continue;
            var customer = field == idField ? find(value) : findBy(field, value).Where(c => IsShown(c, stateOf)).Select(c => (CustomerHandle?)c).FirstOrDefault();
            return Found(customer, value, stateOf);
        }

        var names = string.Join(" or ", manifest.Key.Select(k => k.Key));
        return (null, new Fault(FaultKind.InvalidParameter) { Violations = [new Violation("/query", manifest.Key[0].Key, "oneRequired", names, "")] });
    }

    private (CustomerHandle?, Fault?) Found(CustomerHandle? customer, string id, Func<CustomerHandle, string> stateOf) =>
        customer is { } found && IsShown(found, stateOf) ? (found, null) : (null, new Fault(FaultKind.NoSuchCustomer) { Id = id });

    private bool IsShown(CustomerHandle customer, Func<CustomerHandle, string> stateOf) => states.Count == 0 || states.Contains(stateOf(customer));
}
