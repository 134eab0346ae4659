namespace MockCustomers.Cli.Completion;

/// <summary>The names of the kind and the state that some customers share.</summary>
internal sealed record StrataNames(string Kind, string State);
