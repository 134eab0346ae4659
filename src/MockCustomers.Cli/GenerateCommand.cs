using System.CommandLine;
using System.Globalization;
using MockCustomers.Cli.Export;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;

namespace MockCustomers.Cli;

/// <summary>generate: the customers that serve would serve, in a file.</summary>
internal static class GenerateCommand
{
    public static Command Make()
    {
        var flags = new GenerateFlags();
        var command = new Command("generate", "Write a vendor's customers to a file, the same bytes as served");
        flags.AddTo(command);
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), () => GenerateAsync(flags, asked, stop)));
        return command;
    }

    private static async Task<int> GenerateAsync(GenerateFlags flags, ParseResult asked, CancellationToken stop)
    {
        var (vendor, customers) = flags.Selection(asked).Find(flags.Settings(asked), TellGrown);
        using (vendor)
        {
            await Destination.WriteAsync(flags.Output(asked), stream => Exporter.WriteAsync(customers, flags.Format(asked), stream, stop), stop);
            return ExitCode.Done;
        }
    }

    private static void TellGrown(long size) => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"the population has grown to hold them; serve the same with --population {size}"));
}
