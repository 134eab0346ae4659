using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>An operation with all that answers it.</summary>
public sealed class ServedOperation
{
    internal ServedOperation(Operation operation, PathTemplate template, IAction action, string? idParameter, RequestValidator validator)
    {
        Operation = operation;
        Template = template;
        Action = action;
        IdParameter = idParameter;
        Validator = validator;
    }

    public Operation Operation { get; }

    /// <summary>The path as served: the base path included.</summary>
    public PathTemplate Template { get; }

    public IAction Action { get; }

    /// <summary>The path parameter that names a customer; null when there is none.</summary>
    public string? IdParameter { get; }

    internal RequestValidator Validator { get; }
}
