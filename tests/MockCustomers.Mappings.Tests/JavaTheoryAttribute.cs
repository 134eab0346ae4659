using System.Runtime.CompilerServices;
using MockCustomers.Mappings.Tests.Judge;

namespace MockCustomers.Mappings.Tests;

/// <summary>A theory about the real WireMock: skipped where Java or its jar is missing.</summary>
public sealed class JavaTheoryAttribute : TheoryAttribute
{
    public JavaTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!OtherProgram.IsHere("java")) Skip = "no java: the real WireMock needs it";
        else if (RealWireMock.Jar is null) Skip = "no WireMock: run 'npm install --no-package-lock' in tests/MockCustomers.Mappings.Tests/WireMock";
    }
}
