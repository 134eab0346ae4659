using Microsoft.Win32.SafeHandles;

namespace MockCustomers.Cli.Export;

/// <summary>Where customers are written to.</summary>
internal static class Destination
{
    /// <param name="name">A file, which appears when it is complete; "-" for standard output.</param>
    public static async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken stop)
    {
        if (name == "-")
        {
            await WriteOutAsync(write);
            return;
        }

        if (IsDevice(name))
        {
            await using var device = new FileStream(name, FileMode.Open, FileAccess.Write);
            await write(device);
            return;
        }

        await using var file = new Replacement(name);
        await write(file.Stream);
        await file.KeepAsync(stop);
    }

    /// <summary>Ends early when the reader has had enough, as head has.</summary>
    private static async Task WriteOutAsync(Func<Stream, Task> write)
    {
        await using var output = StandardOutput();
        try
        {
            await write(output);
        }
        catch (IOException) when (!output.CanSeek)
        {
            // The pipe is closed: there is nobody to tell.
        }
    }

    /// <summary>The console's own stream does not tell when a pipe is closed; a file's keeps no place for who writes next.</summary>
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var raw = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return raw.CanSeek ? Console.OpenStandardOutput() : raw;
    }

    /// <summary>A device, such as /dev/null, is written to; a file put in its place would end it.</summary>
    private static bool IsDevice(string name) => Path.GetFullPath(name).StartsWith("/dev/", StringComparison.Ordinal);
}
