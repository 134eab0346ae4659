using System.Runtime.CompilerServices;

namespace MockCustomers.Whole.Tests;

/// <summary>A fact about what npm brings: skipped where node or one of the packages is missing.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = NodeTheoryAttribute.Lacking;
}
