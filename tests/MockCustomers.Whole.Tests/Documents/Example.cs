namespace MockCustomers.Whole.Tests.Documents;

/// <summary>An example of a document for users.</summary>
/// <param name="Document">The document's file, from the repository's top.</param>
/// <param name="Language">As the fence names it; empty for what is typed into a shell and run by these tests, "console" for what is typed there and needs what a test has not.</param>
internal sealed record Example(string Document, string Language, string Text)
{
    /// <summary>Documents for those who carry on: theirs are drawings, and parts of manifests.</summary>
    private static readonly string[] NotForUsers = ["architecture.md", "vendors.md"];

    /// <summary>The examples of all documents, the readme's first, in their order.</summary>
    public static IReadOnlyList<Example> All { get; } = [.. Documents().SelectMany(Read)];

    /// <summary>The lines that are typed into a shell.</summary>
    public static IReadOnlyList<string> ShellLines { get; } = [.. All.SelectMany(example => example.Typed)];

    /// <summary>Its lines that are typed into a shell; none, if it is something else.</summary>
    public IEnumerable<string> Typed => Language is "" or "sh" or "bash" ? Text.Split('\n').Where(line => line.Length > 0 && line[0] != '#') : [];

    /// <summary>The lines that begin with a word.</summary>
    public static IReadOnlyList<string> LinesOf(string program) => [.. ShellLines.Where(line => line.Split(' ')[0] == program)];

    private static IEnumerable<string> Documents() =>
        Directory.GetFiles(RepositoryFiles.PathOf("docs"), "*.md").Select(file => Path.GetFileName(file)).Except(NotForUsers).Order(StringComparer.Ordinal).Select(file => $"docs/{file}").Prepend("README.md");

    private static List<Example> Read(string document)
    {
        var examples = new List<Example>();
        List<string>? inside = null;
        var language = "";
        foreach (var line in File.ReadLines(RepositoryFiles.PathOf(document.Split('/'))))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                inside?.Add(line);
                continue;
            }

            if (inside is null) (inside, language) = ([], line[3..].Trim());
            else
            {
                examples.Add(new Example(document, language, string.Join('\n', inside)));
                inside = null;
            }
        }

        return examples;
    }
}
