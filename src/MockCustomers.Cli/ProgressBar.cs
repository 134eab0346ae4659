using Spectre.Console;

namespace MockCustomers.Cli;

/// <summary>A progress bar on a terminal, on standard error; nothing in a pipe, and nothing for a dumb terminal.</summary>
internal static class ProgressBar
{
    /// <summary>How long something takes at least that is shown while its end cannot be foreseen.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    /// <summary>Whether somebody looks.</summary>
    public static bool IsShown => !Console.IsErrorRedirected && !Terminal.IsDumb;

    /// <param name="what">What is counted.</param>
    /// <param name="total">How many there will be.</param>
    /// <param name="work">Gets what it tells of how many more are done.</param>
    public static Task RunAsync(string what, long total, Func<Action<long>, Task> work)
    {
        if (!IsShown) return work(_ => { });
        return Screen.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(what, maxValue: Math.Max(1, total));
                // At once, and not a tenth of a second later, when short work is done already.
                context.Refresh();
                return work(done => bar.Increment(done));
            });
    }

    /// <summary>Says what is going on while work of unknown length goes on for longer than a second. Before that nothing of it is loaded.</summary>
    public static Task<T> WhileAsync<T>(string what, bool isWanted, Task<T> work) => isWanted && IsShown ? ToldAsync(what, work) : work;

    private static async Task<T> ToldAsync<T>(string what, Task<T> work)
    {
        if (await Task.WhenAny(work, Task.Delay(Short)) != work)
            await Screen.Error.Status().StartAsync(what, async _ => await Task.WhenAny(work));
        return await work;
    }
}
