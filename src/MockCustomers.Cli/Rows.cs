using Spectre.Console;

namespace MockCustomers.Cli;

/// <summary>A table: drawn on a terminal, columns of plain text in a pipe.</summary>
internal static class Rows
{
    public static void Write(string[] titles, IReadOnlyList<string[]> rows)
    {
        if (Console.IsOutputRedirected || Terminal.IsDumb) Plain([titles, .. rows]);
        else Screen.Out.Write(Drawn(titles, rows));
    }

    private static Table Drawn(string[] titles, IReadOnlyList<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var title in titles) table.AddColumn(Markup.Escape(title));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Text(cell))]);
        return table;
    }

    private static void Plain(IReadOnlyList<string[]> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows) Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
