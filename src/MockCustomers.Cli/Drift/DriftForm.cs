namespace MockCustomers.Cli.Drift;

/// <summary>How findings are written.</summary>
internal enum DriftForm
{
    Text,
    Json,
}
