namespace MockCustomers.Testing;

/// <summary>Lines for a log that belongs to a test.</summary>
internal static class LogLine
{
    /// <summary>Writes to a log that may be over: test frameworks throw for what is written after a test has ended, and a request must not fail of that.</summary>
    public static Action<string> To(Action<string> log) => line =>
    {
        try
        {
            log(line);
        }
        catch (Exception over) when (over is InvalidOperationException or ObjectDisposedException or IOException)
        {
            // Whose log it is has ended; the calls are kept in the session all the same.
        }
    };
}
