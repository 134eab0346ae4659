using System.Net;
using System.Net.Sockets;

namespace MockCustomers.Server;

/// <summary>The addresses that a host stands for.</summary>
internal static class EndPoints
{
    /// <summary>The usual address, which is known without being parsed.</summary>
    public const string Loopback = "127.0.0.1";

    private const int Tries = 20;

    /// <summary>Where to listen: "*", "0.0.0.0" and "::" are every address of the machine, IPv6 and IPv4; "localhost" is both loopbacks. Where the machine has no IPv6, IPv4 alone.</summary>
    /// <param name="port">0 for a free one, the same on each address.</param>
    /// <exception cref="ArgumentException">The host is neither of these nor an IP address.</exception>
    public static IReadOnlyList<IPEndPoint> Of(string host, int port)
    {
        // Kestrel's sockets on the IPv6 "any" address take IPv4 connections, too.
        if (host is "*" or "0.0.0.0" or "::") return [new IPEndPoint(CanListen(IPAddress.IPv6Any, 0) ? IPAddress.IPv6Any : IPAddress.Any, port)];
        if (host == "localhost") return CanListen(IPAddress.IPv6Loopback, 0) ? Both(port) : [new IPEndPoint(IPAddress.Loopback, port)];
        if (host == Loopback) return [new IPEndPoint(IPAddress.Loopback, port)];
        return IPAddress.TryParse(host, out var address)
            ? [new IPEndPoint(address, port)]
            : throw new ArgumentException($"unknown address '{host}'; an IP address, or localhost", nameof(host));
    }

    private static IPEndPoint[] Both(int port)
    {
        for (var i = 0; port == 0 && i < Tries; i++)
        {
            var free = Free();
            if (CanListen(IPAddress.IPv6Loopback, free)) port = free;
        }

        return [new IPEndPoint(IPAddress.Loopback, port), new IPEndPoint(IPAddress.IPv6Loopback, port)];
    }

    private static int Free()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static bool CanListen(IPAddress address, int port)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !Socket.OSSupportsIPv6) return false;
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
