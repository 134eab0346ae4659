namespace MockCustomers.Diagnostics;

/// <summary>An authoring error: what is wrong in a spec, manifest, fixture or country file, and what would be right.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Pointer">A JSON Pointer into it (RFC 6901); empty for the file as a whole.</param>
/// <param name="Problem">What is wrong, quoting what was found.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record Diagnostic(string File, string Pointer, string Problem, string Remedy)
{
    public override string ToString() => $"{File}#{Pointer}: {Problem}; {Remedy}";
}
