using MockCustomers.Mappings.ToWireMockNet;
using WireMock;

namespace MockCustomers.Stubs.Mappings;

/// <summary>The order in which mappings in WireMock's JSON were added, as their priorities tell it.</summary>
internal static class MappingOrder
{
    /// <summary>How many can be told apart.</summary>
    public const int Most = NetPriority.Step;

    /// <summary>How many mappings were added before one; null for one that is not in WireMock's order.</summary>
    public static int? Of(IMapping mapping) => mapping.Data is Newtonsoft.Json.Linq.JObject data && data["WireMock"]?["priority"] is not null ? ((-mapping.Priority % Most) + Most) % Most : null;
}
