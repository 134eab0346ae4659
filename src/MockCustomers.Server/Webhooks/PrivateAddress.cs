using System.Net;
using System.Net.Sockets;

namespace MockCustomers.Server.Webhooks;

/// <summary>The addresses to which webhooks go without being named: this machine, and private networks.</summary>
internal static class PrivateAddress
{
    /// <summary>What would be right.</summary>
    public const string Wanted = "an address of this machine (127.0.0.0/8, ::1) or of a private network (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7), or a host that --webhook-hosts names";

    /// <summary>RFC 1122 and RFC 1918.</summary>
    private static readonly IPNetwork[] Version4 = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16")];

    /// <summary>RFC 4291 and RFC 4193.</summary>
    private static readonly IPNetwork[] Version6 = [IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7")];

    /// <summary>Whether it is one. An IPv4 address that is written as an IPv6 one (::ffff:10.0.0.1) is what it stands for; 0.0.0.0, link-local addresses and all others are none.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Array.Exists(address.AddressFamily == AddressFamily.InterNetwork ? Version4 : Version6, network => network.Contains(address));
    }
}
