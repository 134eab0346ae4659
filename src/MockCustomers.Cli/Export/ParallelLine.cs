namespace MockCustomers.Cli.Export;

/// <summary>Works on many things at once and hands over the results in their order, a few of them waiting at any time.</summary>
internal static class ParallelLine
{
    private static readonly int Longest = 2 * Environment.ProcessorCount;

    /// <param name="work">Run on any thread, several at once.</param>
    /// <param name="take">Run for one result after the other.</param>
    public static async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Func<TItem, TResult, Task> take, CancellationToken stop)
    {
        var line = new Queue<(TItem Item, Task<TResult> Result)>();
        try
        {
            foreach (var item in items)
            {
                stop.ThrowIfCancellationRequested();
                if (line.Count == Longest) await NextAsync();
                line.Enqueue((item, Task.Run(() => work(item), CancellationToken.None)));
            }

            while (line.Count > 0) await NextAsync();
        }
        finally
        {
            // Nobody works on when this returns, however it does.
            foreach (var (_, result) in line) await result.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        async Task NextAsync()
        {
            var (item, result) = line.Dequeue();
            await take(item, await result);
        }
    }
}
