using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Mappings;

/// <summary>A mapping that was read.</summary>
/// <param name="Place">Where the user wrote it, in whatever dialect.</param>
/// <param name="Json">In WireMock.Net's JSON.</param>
/// <param name="IsOrdered">Whether its priority says when it was added, as WireMock's order demands.</param>
internal sealed record ReadMapping(JsonPlace Place, JsonObject Json, bool IsOrdered)
{
    private const string Priority = "Priority";

    /// <summary>Ranks it as added after so many more mappings.</summary>
    public void Later(int count)
    {
        if (IsOrdered) Json[Priority] = (int)Json[Priority]! - count;
    }
}
