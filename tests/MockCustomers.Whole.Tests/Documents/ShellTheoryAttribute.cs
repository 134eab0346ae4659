using System.Runtime.CompilerServices;

namespace MockCustomers.Whole.Tests.Documents;

/// <summary>A theory about lines that are typed into a shell: skipped where bash or curl is missing.</summary>
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!(OtherProgram.IsHere("bash") && OtherProgram.IsHere("curl")))
            Skip = "no bash or no curl on this machine";
    }
}
