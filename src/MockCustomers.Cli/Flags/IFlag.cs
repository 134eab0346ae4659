namespace MockCustomers.Cli.Flags;

/// <summary>A flag that may also be read from the environment.</summary>
internal interface IFlag
{
    /// <summary>The environment's variable; null for a flag that is not read from there.</summary>
    string? Variable { get; }
}
