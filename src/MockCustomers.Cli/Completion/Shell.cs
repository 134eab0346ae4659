namespace MockCustomers.Cli.Completion;

/// <summary>The shells that complete command lines.</summary>
internal enum Shell
{
    Bash,
    Zsh,
    Fish,
    Pwsh,
}
