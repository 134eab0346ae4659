namespace MockCustomers.Server;

/// <summary>A port that the sandbox needs is somebody else's.</summary>
/// <param name="host">The address.</param>
/// <param name="port">The port.</param>
/// <param name="who">Who needs it: a vendor's name, or "control".</param>
public sealed class PortInUseException(string host, int port, string who, Exception? inner = null)
    : Exception($"port {port} on {host}, which {who} needs, is in use; free it, or choose another first port (--port-base; 0 for free ports)", inner)
{
    public int Port => port;

    public string Who => who;
}
