using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Building.Plans;

/// <summary>The names by which manifests call the forms of facts.</summary>
internal static class FactFormNames
{
    public static EnumNames<FactForm> All { get; } = new()
    {
        ["text"] = FactForm.Text,
        ["iso-milliseconds"] = FactForm.IsoMilliseconds,
        ["iso-microseconds"] = FactForm.IsoMicroseconds,
        ["iso-seconds"] = FactForm.IsoSeconds,
        ["unix-seconds"] = FactForm.UnixSeconds,
        ["iso-date"] = FactForm.IsoDate,
        ["unpadded-date"] = FactForm.UnpaddedDate,
    };
}
