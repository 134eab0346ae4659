namespace MockCustomers.Server;

/// <summary>A request to the control port that cannot be answered.</summary>
/// <param name="status">400 to 499.</param>
internal sealed class ControlException(int status, string message) : Exception(message)
{
    public int Status => status;
}
