using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>An operation with all that answers it.</summary>
internal sealed class ServedOperation
{
    private readonly IAction action;
    private readonly IReadOnlyDictionary<string, IAction> versions;

    /// <param name="versions">What it does for clients of other API versions.</param>
    internal ServedOperation(
        Operation operation,
        PathTemplate template,
        IAction action,
        IReadOnlyDictionary<string, IAction> versions,
        string? idParameter,
        RequestValidator validator,
        ExampleRules example)
    {
        Operation = operation;
        Template = template;
        this.action = action;
        this.versions = versions;
        IdParameter = idParameter;
        Validator = validator;
        Example = example;
    }

    public Operation Operation { get; }

    /// <summary>The path as served: the base path included.</summary>
    public PathTemplate Template { get; }

    /// <summary>What it does for a client of no API version, by the name that manifests give it.</summary>
    public string ActionName => action.Name;

    /// <summary>The path parameter that names a customer; null when there is none.</summary>
    public string? IdParameter { get; }

    /// <summary>Whether a subscription has to be made before it can answer.</summary>
    public bool NeedsSubscription => Example.Subscription is not null;

    internal RequestValidator Validator { get; }

    /// <summary>What decides which customer and which body an example of a request has.</summary>
    internal ExampleRules Example { get; }

    /// <summary>What it does for a client of an API version; null for a client of none.</summary>
    internal IAction ActionFor(string? version) => version is not null && versions.TryGetValue(version, out var own) ? own : action;
}
