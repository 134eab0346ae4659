namespace MockCustomers.Exchange;

/// <summary>What a slash at the end of a known path does.</summary>
internal enum TrailingSlash
{
    /// <summary>The path is another one, and unknown.</summary>
    Refuse,

    /// <summary>The path is the same.</summary>
    Ignore,

    /// <summary>The client is sent to the path without it: 301, or 307 when the method is not GET.</summary>
    Redirect,
}
