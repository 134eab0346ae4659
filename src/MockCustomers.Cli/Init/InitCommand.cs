using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Configuration;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;

namespace MockCustomers.Cli.Init;

/// <summary>init: a file of settings to begin with, and a vendor's folder for a spec of the user's own. Writes over nothing unless it is told to.</summary>
internal static class InitCommand
{
    public static Command Make()
    {
        var folders = new FolderFlags();
        var output = new Flag<string>("--output", "FILE", "The file of settings", ConfigFile.Names[0], Yaml, isInEnvironment: false);
        var vendors = new Flag<IReadOnlyList<string>>("--vendor", "A,B", "The vendors to serve; repeatable; default: all, or the one of --spec", null, Values.Names, isInEnvironment: false)
        {
            IsRepeatable = true,
            Suggested = asked => Suggestions.Vendors(asked, folders),
        };
        var spec = new Flag<string>("--spec", "FILE", "An OpenAPI document of your own: a vendor's folder is made for it, in specs beside the file of settings", null, Spec, isInEnvironment: false);
        var name = new Flag<string>("--name", "NAME", "With --spec: the vendor's name; default: made of the document's title", null, VendorName, isInEnvironment: false);
        var force = new Flag<bool>("--force", "on|off", "Whether files that are there are written over", "off", Values.OnOff, isInEnvironment: false) { WhenBare = "on" };
        var command = new Command("init", "Write a file of settings to begin with; with --spec also a vendor's folder for an OpenAPI document of your own") { output, vendors, spec, name, force };
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), async () =>
        {
            var settings = folders.Settings(asked);
            foreach (var vendor in vendors.Of(asked) ?? []) VendorsFlag.Check(vendor, settings);
            if (name.Of(asked) is not null && spec.Of(asked) is null) throw new FailureException(ExitCode.Usage, "--name is the name of the vendor of --spec, which is missing");
            var start = new FirstFiles(Path.GetFullPath(output.Of(asked)!), settings.BuiltIn!.Specs, force.Of(asked));
            var own = spec.Of(asked) is { } file ? start.Vendor(file, name.Of(asked)) : null;
            start.Settings(vendors.Of(asked) ?? [], own, FlagTable.Configurable(asked.RootCommandResult.Command));
            await start.WriteAsync(stop);
            await start.TellAsync(own, settings);
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Yaml(string text) =>
        Path.GetExtension(text) is ".yaml" or ".yml" ? text : throw new FormatException("a name that ends in .yaml or .yml: there are comments in it");

    private static string Spec(string text) => File.Exists(text) ? text : throw new FormatException("an OpenAPI document that is there, in JSON or YAML");

    private static string VendorName(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetter(text[0])
            ? text
            : throw new FormatException("a name of lower-case letters, digits and dashes, such as acme");
}
