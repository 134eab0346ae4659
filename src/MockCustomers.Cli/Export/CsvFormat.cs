using CsvHelper;
using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>A customer a row (RFC 4180): a dotted column for each nested field, lists as JSON text, null and absent as nothing.</summary>
internal sealed class CsvFormat(IReadOnlyList<string> columns) : IExportFormat
{
    private readonly Dictionary<string, int> places = columns.Index().ToDictionary(c => c.Item, c => c.Index);

    public void Begin(JsonBuffer output) => Write(output, csv => Row(csv, columns));

    public void Write(Stretch stretch, JsonBuffer output)
    {
        using var json = new JsonBuffer();
        var row = new string?[columns.Count];
        Write(output, csv =>
        {
            foreach (var customer in stretch.Customers())
            {
                json.Clear();
                stretch.Write(customer, json);
                Array.Clear(row);
                FlatCustomer.Read(json.Written.Span, (column, value) =>
                {
                    if (value is not null) row[places[column]] = value;
                });
                Row(csv, row);
            }
        });
    }

    public void End(JsonBuffer output)
    {
    }

    private static void Row(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
        csv.EndRecord();
    }

    private static void Write(JsonBuffer output, Action<CsvWriter> write)
    {
        using var rows = new MemoryStream();
        using (var csv = CsvWriter.Create(rows, null, leaveOpen: true)) write(csv);
        output.Raw(rows.GetBuffer().AsSpan(0, (int)rows.Length));
    }
}
