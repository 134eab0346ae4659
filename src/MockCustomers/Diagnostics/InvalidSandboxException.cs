namespace MockCustomers.Diagnostics;

/// <summary>The specs, manifests or fixtures cannot be served; holds everything that is wrong with them.</summary>
public sealed class InvalidSandboxException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics))
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
