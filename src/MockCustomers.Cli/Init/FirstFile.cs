namespace MockCustomers.Cli.Init;

/// <summary>A file that is to be written.</summary>
/// <param name="What">What is in it, for the person who asked for it.</param>
internal sealed record FirstFile(string Path, byte[] Bytes, string What);
