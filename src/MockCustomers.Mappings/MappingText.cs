using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>The text of mappings, in either dialect.</summary>
internal static class MappingText
{
    /// <summary>Reads UTF-8, as people write it: with comments, commas behind the last item, a byte order mark.</summary>
    /// <param name="file">As the user named it; empty for the body of a request.</param>
    /// <returns>null when something was reported.</returns>
    public static JsonPlace? Read(ReadOnlyMemory<byte> text, string file, DiagnosticBag mistakes) =>
        JsonPlace.Read(text, file, "a mapping, or an array of mappings", mistakes);
}
