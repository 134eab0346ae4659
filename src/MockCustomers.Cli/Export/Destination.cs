namespace MockCustomers.Cli.Export;

/// <summary>Where customers are written to.</summary>
internal static class Destination
{
    /// <param name="name">A file, which appears when it is complete; "-" for standard output.</param>
    public static async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken stop)
    {
        if (name == "-")
        {
            await using var output = Console.OpenStandardOutput();
            await write(output);
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

    /// <summary>A device, such as /dev/null, is written to; a file put in its place would end it.</summary>
    private static bool IsDevice(string name) => Path.GetFullPath(name).StartsWith("/dev/", StringComparison.Ordinal);
}
