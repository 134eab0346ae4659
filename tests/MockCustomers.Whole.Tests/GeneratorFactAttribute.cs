using System.Runtime.CompilerServices;

namespace MockCustomers.Whole.Tests;

/// <summary>A fact about clients that NSwag's command generates: skipped where the command is missing.</summary>
public sealed class GeneratorFactAttribute : FactAttribute
{
    public GeneratorFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Command is null)
            Skip = "no nswag: run 'npm install' in tests/MockCustomers.Whole.Tests/Clients";
    }

    /// <summary>NSwag's command as its npm package brings it; null when it is not installed.</summary>
    public static string? Command
    {
        get
        {
            var file = RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients", "node_modules", "nswag", "bin", "binaries", "Net100", "dotnet-nswag.dll");
            return File.Exists(file) ? file : null;
        }
    }
}
