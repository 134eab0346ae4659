using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WireMock.Util;

namespace MockCustomers.Stubs.Inside;

/// <summary>Libraries beside the program that WireMock.Net finds by itself: it looks for types that implement its interfaces.</summary>
internal static class WireMockPlugIns
{
    /// <summary>Has the only plug-in that WireMock.Net looks for on every request.</summary>
    private const string MimeLibrary = "WireMock.Net.MimePart.dll";

    /// <summary>Tells WireMock.Net that nothing here reads MIME messages; where the library is that does, it may find it.</summary>
    /// <remarks>
    /// At its first request it would load every library beside the program with all their types, to find nothing: half of what the first stub
    /// takes, and 30 MB (ADR 17). Where it remembers what it did not find is private, and .NET has accessors for that.
    /// </remarks>
    /// <returns>Whether it was told; a version of WireMock.Net that remembers otherwise looks as ever.</returns>
    public static bool LeaveOutMime()
    {
        if (IsThere(MimeLibrary)) return false;
        try
        {
            var missing = Missing(null);
            if (!missing.Contains(typeof(IMimeKitUtils))) missing.Add(typeof(IMimeKitUtils));
            return true;
        }
        catch (Exception other) when (other is MissingFieldException or TypeLoadException)
        {
            return false;
        }
    }

    private static bool IsThere(string library) =>
        new[] { AppContext.BaseDirectory, Path.GetDirectoryName(typeof(IMimeKitUtils).Assembly.Location) }.Any(folder => !string.IsNullOrEmpty(folder) && File.Exists(Path.Combine(folder, library)));

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "StaticInstancesWhichCannotBeFound")]
    private static extern ref ConcurrentBag<Type> Missing([UnsafeAccessorType("WireMock.Util.TypeLoader, WireMock.Net.Shared")] object? finder);
}
