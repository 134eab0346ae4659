using System.Collections.Concurrent;
using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>Writes customers to a stream: made on every core, written in order, in memory that does not grow with their number.</summary>
internal static class Exporter
{
    public static async Task WriteAsync(Stretch customers, ExportForm form, Stream output, CancellationToken stop)
    {
        // CSV is gone through twice: first for its columns.
        await ProgressBar.RunAsync("customers", form == ExportForm.Csv ? customers.Count * 2 : customers.Count, async progress =>
        {
            IExportFormat format = form switch
            {
                ExportForm.Csv => new CsvFormat(await ColumnsAsync(customers, progress, stop)),
                ExportForm.Json => new JsonFormat(),
                _ => new NdjsonFormat(),
            };
            await WriteAsync(customers, format, output, progress, stop);
        });
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(Stretch customers, Action<long> progress, CancellationToken stop)
    {
        var all = new Columns();
        await ParallelLine.RunAsync(customers.Pieces(), Columns.Of, Take, stop);
        return all.All;

        Task Take(Stretch piece, Columns columns)
        {
            all.Add(columns);
            progress(piece.Count);
            return Task.CompletedTask;
        }
    }

    private static async Task WriteAsync(Stretch customers, IExportFormat format, Stream output, Action<long> progress, CancellationToken stop)
    {
        var buffers = new ConcurrentBag<JsonBuffer>();
        await PutAsync(0, Made(format.Begin));
        await ParallelLine.RunAsync(customers.Pieces(), piece => Made(buffer => format.Write(piece, buffer)), (piece, made) => PutAsync(piece.Count, made), stop);
        await PutAsync(0, Made(format.End));
        foreach (var buffer in buffers) buffer.Dispose();

        JsonBuffer Made(Action<JsonBuffer> make)
        {
            var buffer = buffers.TryTake(out var kept) ? kept : new JsonBuffer();
            make(buffer);
            return buffer;
        }

        async Task PutAsync(long count, JsonBuffer made)
        {
            await output.WriteAsync(made.Written, stop);
            progress(count);
            made.Clear();
            buffers.Add(made);
        }
    }
}
