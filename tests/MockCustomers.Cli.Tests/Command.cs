using System.Diagnostics;
using System.Text;

namespace MockCustomers.Cli.Tests;

/// <summary>The command as a process of its own, as a user has it.</summary>
internal sealed class Command : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private Command(Process process) => this.process = process;

    public string Output => Read(output);

    public string Error => Read(error);

    public int Id => process.Id;

    /// <summary>Runs it to its end.</summary>
    public static async Task<Command> RunAsync(params string[] args) => await Start([], args).EndAsync();

    /// <summary>Runs it to its end, with an environment.</summary>
    public static async Task<Command> RunAsync(Dictionary<string, string> environment, params string[] args) => await Start(environment, args).EndAsync();

    public static Command Start(Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MockCustomers.Cli.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("MOCKCUSTOMERS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var command = new Command(Process.Start(start)!);
        command.process.OutputDataReceived += (_, line) => Add(command.output, line.Data);
        command.process.ErrorDataReceived += (_, line) => Add(command.error, line.Data);
        command.process.BeginOutputReadLine();
        command.process.BeginErrorReadLine();
        return command;
    }

    public int ExitCode => process.ExitCode;

    /// <summary>Tells it to stop, as a container engine does.</summary>
    public Task<Command> TerminateAsync() => SignalAsync("TERM");

    /// <summary>Sends it a signal, by its name without SIG, and waits for its end.</summary>
    public async Task<Command> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public async Task<Command> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return this;
    }

    public bool HasExited => process.HasExited;

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static void Add(StringBuilder lines, string? line)
    {
        if (line is null) return;
        lock (lines) lines.Append(line).Append('\n');
    }

    private static string Read(StringBuilder lines)
    {
        lock (lines) return lines.ToString();
    }
}
