using System.Globalization;
using System.Text;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Telemetry.Prometheus;

/// <summary>Prometheus's text exposition format, version 0.0.4.</summary>
internal static class TextFormat
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static byte[] Write(IEnumerable<Family> families)
    {
        var text = new StringBuilder();
        text.Append("# HELP target_info What is watched\n# TYPE target_info gauge\n");
        text.Append(CultureInfo.InvariantCulture, $"target_info{{service_name=\"mockcustomers\",service_version=\"{Escaped(EngineVersion.Text)}\"}} 1\n");
        foreach (var family in families.Where(family => family.All.Count > 0).OrderBy(family => family.Name, StringComparer.Ordinal)) Write(text, family);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, Family family)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Name} {family.Help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Name} {family.Kind}\n");
        foreach (var series in family.All)
        {
            var labels = string.Join(',', series.Tags.Select(tag => $"{MetricName.Label(tag.Key)}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}\""));
            if (family.Kind == MetricKind.Histogram) WriteHistogram(text, family, series, labels);
            else Line(text, family.Name, labels, series.Value);
        }
    }

    private static void WriteHistogram(StringBuilder text, Family family, Series series, string labels)
    {
        var (count, sum) = (0L, series.Value);
        for (var bucket = 0; bucket <= family.Bounds.Count; bucket++)
        {
            count += series.CountOf(bucket);
            var bound = bucket < family.Bounds.Count ? Number(family.Bounds[bucket]) : "+Inf";
            Line(text, family.Name + "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", count);
        }

        Line(text, family.Name + "_sum", labels, sum);
        Line(text, family.Name + "_count", labels, count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
