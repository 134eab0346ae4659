using System.Runtime.CompilerServices;

namespace MockCustomers.Page.Tests;

/// <summary>A fact about the page as people see it: skipped where there is no browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Chromium.Lacking;
}
