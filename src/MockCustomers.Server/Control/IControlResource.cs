namespace MockCustomers.Server.Control;

/// <summary>A part of the control port: the requests that it answers.</summary>
internal interface IControlResource
{
    IEnumerable<ControlRoute> Routes { get; }
}
