namespace MockCustomers.Server.Telemetry;

/// <summary>The methods of HTTP as the conventions know them.</summary>
internal static class Methods
{
    /// <summary>What stands for every method that is not known, so that clients cannot make names without end.</summary>
    public const string Other = "_OTHER";

    private static readonly string[] All = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE", "QUERY"];

    public static string Known(string method) => Array.IndexOf(All, method) is var at and >= 0 ? All[at] : Other;

    /// <summary>How a span begins that has no route yet.</summary>
    public static string SpanName(string known) => known == Other ? "HTTP" : known;
}
