using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Validation;

namespace MockCustomers.Server;

/// <summary>The query of a request to the control port.</summary>
internal sealed class ControlQuery
{
    private readonly List<(string Name, string Value)> pairs;

    private ControlQuery(List<(string, string)> pairs) => this.pairs = pairs;

    public static ControlQuery Of(Request request) => new(QueryString.Parse(request.Query));

    /// <summary>A parameter's last value; null when it was not sent or is empty.</summary>
    public string? Text(string name) => pairs.LastOrDefault(p => p.Name == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>A parameter's last value.</summary>
    /// <exception cref="ControlException">It was not sent.</exception>
    public string Required(string name) => Text(name) ?? throw new ControlException(400, $"the parameter '{name}' is missing");

    /// <summary>The vendor that the parameter 'vendor' names.</summary>
    /// <exception cref="ControlException">There is none.</exception>
    public VendorHost Vendor(IReadOnlyList<VendorHost> hosts)
    {
        var name = Required("vendor");
        return hosts.FirstOrDefault(host => host.Vendor.Name == name)
            ?? throw new ControlException(404, $"there is no vendor '{name}'; one of: {string.Join(", ", hosts.Select(h => h.Vendor.Name))}");
    }

    /// <summary>A whole number within bounds.</summary>
    /// <exception cref="ControlException">It is none.</exception>
    public long Number(string name, long minimum, long maximum, long otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum) return number;
        throw new ControlException(400, $"'{text}' is no {name}; a whole number from {minimum} to {maximum}");
    }
}
