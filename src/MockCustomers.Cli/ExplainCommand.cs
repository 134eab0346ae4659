using System.CommandLine;
using System.CommandLine.Completions;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Plans;
using MockCustomers.Server;

namespace MockCustomers.Cli;

/// <summary>explain: what made each field of a customer.</summary>
internal static class ExplainCommand
{
    private static readonly string[] Titles = ["field", "value", "made by", "where", "seed stream"];

    public static Command Make()
    {
        var flags = new PopulationFlags();
        var vendor = new Argument<string>("VENDOR") { HelpName = "VENDOR", Description = "The vendor's name" };
        var id = new Argument<string>("ID") { Description = "The customer's id, as served" };
        vendor.CompletionSources.Add(context => Suggestions.Vendors(context.ParseResult, flags.Folders).Select(name => new CompletionItem(name)));
        var command = new Command("explain", "Show what made each field of a customer: the fact, the manifest's line, the seed stream") { vendor, id };
        flags.AddTo(command);
        command.SetAction((asked, _) => Failures.RunAsync(new TextLog(), () =>
            Task.FromResult(Explain(flags.Settings(asked), asked.GetRequiredValue(vendor), asked.GetRequiredValue(id)))));
        return command;
    }

    private static int Explain(SandboxSettings settings, string name, string id)
    {
        VendorsFlag.Check(name, settings);
        using var vendor = SandboxFolder.Load(settings with { Vendors = [name] })[0].Vendor;
        if (vendor.Customers.Find(id) is not { } customer)
            throw new FailureException(ExitCode.Failed, $"no customer of {name} has the id '{id}' with this seed, population and date");
        Rows.Write(Titles, [.. vendor.Customers.Explain(customer).Select(field => Row(field, settings))]);
        return ExitCode.Done;
    }

    private static string[] Row(FieldOrigin field, SandboxSettings settings) =>
        [field.Field, field.Value ?? "(absent)", field.Origin.Text, Where(field.Origin.Where, settings), field.Origin.Stream ?? ""];

    /// <summary>Within the folder of the vendors or of the examples: acme/vendor.yaml#/customer/id.</summary>
    private static string Where(string place, SandboxSettings settings) => new[] { settings.Specs, settings.Fixtures, settings.BuiltIn!.Specs, settings.BuiltIn.Fixtures }.Aggregate(place, (shown, folder) => ShownPath.Within(folder, shown));
}
