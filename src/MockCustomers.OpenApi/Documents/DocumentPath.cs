using System.Globalization;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Documents;

/// <summary>Where a reader is in a document: the keys that lead there.</summary>
/// <remarks>Most of what is read is never reported: a pointer is written when it is asked for.</remarks>
internal sealed class DocumentPath
{
    private readonly List<string> keys = [];

    /// <summary>As a JSON Pointer.</summary>
    public string Pointer => keys.Aggregate("", JsonPointer.Append);

    public void Enter(string key) => keys.Add(key);

    /// <param name="index">Of an item of a list.</param>
    public void Enter(int index) => keys.Add(index.ToString(CultureInfo.InvariantCulture));

    public void Leave() => keys.RemoveAt(keys.Count - 1);
}
