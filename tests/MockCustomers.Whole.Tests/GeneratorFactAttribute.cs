using System.Runtime.CompilerServices;

namespace MockCustomers.Whole.Tests;

/// <summary>A fact about clients that NSwag's command generates: skipped where the command is missing, except on a build server.</summary>
public sealed class GeneratorFactAttribute : FactAttribute
{
    public GeneratorFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Command is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "no nswag: run 'npm install' in tests/MockCustomers.Whole.Tests/Clients";
    }

    /// <summary>NSwag's command as its npm package brings it; null when it is not installed.</summary>
    public static string? Command
    {
        get
        {
            const string Installed = "tests/MockCustomers.Whole.Tests/Clients/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll";
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, Installed) is var file && File.Exists(file)) return file;
            return null;
        }
    }
}
