using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace MockCustomers.Whole.Tests;

/// <summary>A theory about what npm brings: skipped where node or one of the packages is missing.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Lacking;

    /// <summary>Why such tests are skipped; null when they are run.</summary>
    internal static string? Lacking { get; } = Missing() is { } missing
        ? $"no {missing}: run 'npm install --no-package-lock' in tests/MockCustomers.Whole.Tests/Clients"
        : null;

    private static string? Missing()
    {
        if (!OtherProgram.IsHere("node")) return "node";
        var clients = RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients");
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(clients, "package.json")))!["devDependencies"]!.AsObject();
        return packages.Select(package => package.Key).FirstOrDefault(name => !Directory.Exists(Path.Combine(clients, "node_modules", name)));
    }
}
