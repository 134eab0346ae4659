namespace MockCustomers.Diagnostics;

/// <summary>Collects every authoring error of a start, so that an author sees all of them at once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> found = [];

    /// <summary>What was found so far, in the order of finding.</summary>
    public IReadOnlyList<Diagnostic> Found
    {
        get
        {
            lock (found) return [.. found];
        }
    }

    public bool IsEmpty => Found.Count == 0;

    /// <summary>Reports a mistake; the same one is kept once.</summary>
    public void Add(string file, string pointer, string problem, string remedy)
    {
        var diagnostic = new Diagnostic(file, pointer, problem, remedy);
        lock (found)
            if (!found.Contains(diagnostic)) found.Add(diagnostic);
    }

    /// <summary>Takes over what another bag found.</summary>
    public void Add(DiagnosticBag other)
    {
        foreach (var (file, pointer, problem, remedy) in other.Found) Add(file, pointer, problem, remedy);
    }

    /// <summary>Stops the start when anything was found; told file by file.</summary>
    /// <exception cref="InvalidSandboxException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty) throw new InvalidSandboxException([.. Found.OrderBy(d => d.File, StringComparer.Ordinal)]);
    }
}
