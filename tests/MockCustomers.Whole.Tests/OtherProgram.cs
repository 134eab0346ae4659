using System.Diagnostics;
using System.Text;

namespace MockCustomers.Whole.Tests;

/// <summary>A program that a test starts, ended with it at the latest.</summary>
internal sealed class OtherProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly StringBuilder told = new();

    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Beside that of these tests, of which the build's own variables and the sandbox's are left out.</param>
    public OtherProgram(string folder, IReadOnlyDictionary<string, string> environment, string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => process.HasExited;

    /// <summary>What it told so far, errors included.</summary>
    public string Told
    {
        get
        {
            lock (told) return told.ToString();
        }
    }

    /// <summary>Whether a program of that name is on this machine.</summary>
    public static bool IsHere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs a program to its end, which is to be a good one.</summary>
    /// <returns>What it told.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, string file, params IEnumerable<string> arguments)
    {
        using var program = new OtherProgram(folder, environment, file, arguments);
        (await program.EndAsync()).ShouldBe(0, program.Told);
        return program.Told;
    }

    /// <summary>Waits for its end, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Tells it to stop, as a service manager does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
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

    private void Add(string? line)
    {
        if (line is null) return;
        lock (told) told.Append(line).Append('\n');
    }
}
