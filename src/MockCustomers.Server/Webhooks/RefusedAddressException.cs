namespace MockCustomers.Server.Webhooks;

/// <summary>A receiver is somewhere where webhooks do not go.</summary>
internal sealed class RefusedAddressException(string message) : IOException(message);
