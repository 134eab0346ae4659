namespace MockCustomers.Exchange;

/// <summary>A breach of a schema by a request.</summary>
/// <param name="Pointer">Where: "/query/per_page", "/path/uuid", "/body/email".</param>
/// <param name="Field">The parameter's or property's own name.</param>
/// <param name="Rule">The schema's keyword that was broken: "maximum", "pattern", "required", "type", …</param>
/// <param name="Value">What was sent, as text; empty when nothing was.</param>
/// <param name="Limit">What the keyword asks for, as text; empty where the rule says it all.</param>
public sealed record Violation(string Pointer, string Field, string Rule, string Limit, string Value)
{
    /// <summary>The JSON type of what was sent: "string", "number", …; empty where nothing was.</summary>
    public string Received { get; init; } = "";

    /// <summary>Where, the items of a list all called *.</summary>
    internal string Place => string.Join('/', Pointer.Split('/').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "*" : part));
}
