using System.Text;
using System.Threading.Channels;
using MockCustomers.Journal;

namespace MockCustomers.Cli.Serving;

/// <summary>Tells each request in a line. No request waits for it: what comes faster than lines can be written is counted, and the count is told.</summary>
internal sealed class RequestLog : IAsyncDisposable
{
    private const int Waiting = 8192;
    private readonly Channel<JournalEntry> entries = Channel.CreateBounded<JournalEntry>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly StreamWriter output;
    private readonly ILog log;
    private readonly Task writing;
    private long untold;

    /// <param name="log">Words the lines.</param>
    /// <param name="to">Closed in the end.</param>
    public RequestLog(ILog log, Stream to)
    {
        this.log = log;
        output = new StreamWriter(to, new UTF8Encoding(false), 16 * 1024);
        writing = Task.Run(WriteAsync);
    }

    public void Add(JournalEntry entry)
    {
        if (!entries.Writer.TryWrite(entry)) Interlocked.Increment(ref untold);
    }

    /// <summary>Writes what is still waiting.</summary>
    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing;
        await output.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        try
        {
            while (await entries.Reader.WaitToReadAsync())
            {
                while (entries.Reader.TryRead(out var entry)) await output.WriteLineAsync(log.Line(entry));
                if (Interlocked.Exchange(ref untold, 0) is var count and > 0) await output.WriteLineAsync(log.Untold(count));
                await output.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Nobody reads it any more, as after "| head": serving goes on without being told.
            while (await entries.Reader.WaitToReadAsync()) entries.Reader.TryRead(out _);
        }
    }
}
