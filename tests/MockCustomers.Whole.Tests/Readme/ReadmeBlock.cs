namespace MockCustomers.Whole.Tests.Readme;

/// <summary>An example of the readme.</summary>
/// <param name="Language">As the fence names it; empty for what is typed into a shell.</param>
internal sealed record ReadmeBlock(string Language, string Text)
{
    /// <summary>The examples, in their order.</summary>
    public static IReadOnlyList<ReadmeBlock> All { get; } = Read(File.ReadAllLines(RepositoryFiles.PathOf("README.md")));

    /// <summary>The lines that are typed into a shell.</summary>
    public static IReadOnlyList<string> ShellLines { get; } =
        [.. All.Where(block => block.Language is "" or "sh" or "bash").SelectMany(block => block.Text.Split('\n')).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The lines that begin with a word.</summary>
    public static IReadOnlyList<string> LinesOf(string program) => [.. ShellLines.Where(line => line.Split(' ')[0] == program)];

    private static List<ReadmeBlock> Read(string[] lines)
    {
        var blocks = new List<ReadmeBlock>();
        List<string>? inside = null;
        var language = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                inside?.Add(line);
                continue;
            }

            if (inside is null) (inside, language) = ([], line[3..].Trim());
            else
            {
                blocks.Add(new ReadmeBlock(language, string.Join('\n', inside)));
                inside = null;
            }
        }

        return blocks;
    }
}
