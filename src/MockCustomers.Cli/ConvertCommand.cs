using System.CommandLine;
using MockCustomers.Cli.Conversion;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;

namespace MockCustomers.Cli;

/// <summary>convert: stub mappings from WireMock's JSON to WireMock.Net's, or back. All of them, or none.</summary>
internal static class ConvertCommand
{
    public static Command Make()
    {
        var path = new Argument<string>("PATH") { Description = "A file of mappings, or a folder of such files" };
        var to = new Flag<string>("--to", "wiremock|wiremock.net", "The dialect to write; default: for each file the one that it is not written in", null, DialectNames.Known, isInEnvironment: false);
        var output = new Flag<string>("--output", "DIR", "The folder to write to, under the same names; default for a file: standard output", null, Values.Some("the name of a folder"), isInEnvironment: false);
        var command = new Command("convert", "Convert stub mappings from WireMock's JSON to WireMock.Net's, or back") { path, to, output };
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), () => ConvertAsync(asked.GetRequiredValue(path), to.Of(asked), output.Of(asked), stop)));
        return command;
    }

    private static async Task<int> ConvertAsync(string path, string? to, string? output, CancellationToken stop)
    {
        if (path.Length == 0) throw new FailureException(ExitCode.Usage, "PATH is empty: it says which file of mappings to convert, or which folder of such files");
        if (output is null && Directory.Exists(path)) throw new FailureException(ExitCode.Usage, $"{path} is a folder: --output DIR says where its mappings go");
        var files = MappingFiles.Of(path);
        var bodies = output is null ? null : new BodyFiles(path, output);
        Dialect? dialect = to is null ? null : DialectNames.Read(to);
        var mistakes = new DiagnosticBag();
        var converted = files.Select(file => file.Convert(dialect, bodies, mistakes)).OfType<ConvertedFile>().ToList();
        mistakes.ThrowIfAny();
        foreach (var file in converted) await file.WriteAsync(output, stop);
        if (output is null) return ExitCode.Done;
        foreach (var file in converted) await Console.Out.WriteLineAsync($"ok  {file.Name}  {file.Told}");
        foreach (var body in bodies!.Copies) await Console.Out.WriteLineAsync($"ok  {Path.GetRelativePath(output, body.To)}  {await body.WriteAsync(stop)}");
        return ExitCode.Done;
    }
}
