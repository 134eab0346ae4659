using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Cli.Export;

namespace MockCustomers.Cli.Conversion;

/// <summary>A file of mappings, to be written in another dialect.</summary>
/// <param name="Told">What became of it.</param>
internal sealed record ConvertedFile(SourceFile Source, JsonNode Json, string Told)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => Source.Name;

    /// <param name="output">A folder; null for standard output.</param>
    /// <exception cref="FailureException">It would be written over what it was read from.</exception>
    public async Task WriteAsync(string? output, CancellationToken stop)
    {
        var path = output is null ? "-" : Path.Combine(output, Name);
        if (output is not null && Path.GetFullPath(path) == Path.GetFullPath(Source.Path)) throw new FailureException(ExitCode.Usage, $"{path} would be written over itself: another --output");
        if (output is not null) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await Destination.WriteAsync(path, WriteAsync, stop);
    }

    private async Task WriteAsync(Stream stream)
    {
        await using (var writer = new Utf8JsonWriter(stream, Readable)) Json.WriteTo(writer);
        stream.WriteByte((byte)'\n');
    }
}
