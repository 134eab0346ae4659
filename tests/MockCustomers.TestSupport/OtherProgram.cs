using System.Diagnostics;
using System.Text;

namespace MockCustomers.TestSupport;

/// <summary>A program that a test starts, ended with it at the latest.</summary>
public sealed class OtherProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Dictionary<string, string> NoMore = [];
    private readonly Process process;
    private readonly Lock writing = new();
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly StringBuilder told = new();

    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Beside that of these tests, of which the build's own variables and the sandbox's are left out.</param>
    public OtherProgram(string folder, IReadOnlyDictionary<string, string>? environment, string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? NoMore) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>Once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>What it wrote so far.</summary>
    public string Output => Read(output);

    /// <summary>The errors that it wrote so far.</summary>
    public string Error => Read(error);

    /// <summary>All that it wrote so far, errors included.</summary>
    public string Told => Read(told);

    /// <summary>Whether a program of that name is on this machine.</summary>
    public static bool IsHere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs a program to its end, which is to be a good one.</summary>
    /// <returns>All that it wrote.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string>? environment, string file, params IEnumerable<string> arguments)
    {
        using var program = new OtherProgram(folder, environment, file, arguments);
        (await program.EndAsync()).ExitCode.ShouldBe(0, program.Told);
        return program.Told;
    }

    /// <summary>Waits until it wrote one of some texts.</summary>
    public async Task WritesAsync(params IReadOnlyList<string> texts)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!texts.Any(text => Output.Contains(text, StringComparison.Ordinal)))
        {
            if (HasEnded) throw new InvalidOperationException($"It ended without writing {string.Join(" or ", texts)}: {Told}");
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<OtherProgram> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return this;
    }

    /// <summary>Tells it to stop, as a service manager does, and waits for its end.</summary>
    public Task<OtherProgram> StopAsync() => SignalAsync("TERM");

    /// <summary>Sends it a signal, by its name without SIG, and waits for its end.</summary>
    public async Task<OtherProgram> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static bool IsOurs(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("MOCKCUSTOMERS_", StringComparison.Ordinal);

    private void Add(StringBuilder lines, string? line)
    {
        if (line is null) return;
        lock (writing)
        {
            lines.Append(line).Append('\n');
            told.Append(line).Append('\n');
        }
    }

    private string Read(StringBuilder lines)
    {
        lock (writing) return lines.ToString();
    }
}
