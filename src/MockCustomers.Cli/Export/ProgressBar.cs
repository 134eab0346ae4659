using Spectre.Console;

namespace MockCustomers.Cli.Export;

/// <summary>A progress bar on a terminal, nothing in a pipe.</summary>
internal static class ProgressBar
{
    /// <param name="total">How many customers there will be.</param>
    /// <param name="work">Gets what it tells of each customer that is done.</param>
    public static Task RunAsync(long total, bool isShown, Func<Action<long>, Task> work)
    {
        if (!isShown) return work(_ => { });
        return Screen.Error.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("customers", maxValue: total);
                return work(done => bar.Increment(done));
            });
    }
}
