namespace MockCustomers.Cli.Init;

/// <summary>A field that is one of some words.</summary>
internal sealed record SketchedChoice(string Field, IReadOnlyList<string> Words);
