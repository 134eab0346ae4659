namespace MockCustomers.Cli.Serving;

/// <summary>The end of standard input. That of a child ends with its parent, however the parent ended: nothing else tells a child of a parent that was killed.</summary>
internal static class StandardInput
{
    /// <summary>Completes when it ends; what comes in is passed over.</summary>
    public static Task EndAsync(Stream input, CancellationToken stop)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Reading it can hold a thread for as long as the sandbox serves, and cannot be cancelled: one of its own, for which no process goes on.
        new Thread(() =>
        {
            Read(input);
            ended.SetResult();
        })
        { IsBackground = true }.Start();
        return ended.Task.WaitAsync(stop);
    }

    private static void Read(Stream input)
    {
        var passed = new byte[1024];
        try
        {
            while (input.Read(passed) > 0)
            {
                // Nobody is asked for anything.
            }
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // One that cannot be read is at its end.
        }
    }
}
