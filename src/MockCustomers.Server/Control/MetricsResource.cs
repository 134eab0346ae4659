using MockCustomers.Server.Telemetry.Prometheus;

namespace MockCustomers.Server.Control;

/// <summary>What Prometheus scrapes; open to everybody as health is: it tells how many, and of nobody.</summary>
internal sealed class MetricsResource(Scrape scrape) : IControlResource
{
    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/metrics", _ => ControlAnswer.Of(new ControlContent(TextFormat.MediaType, scrape.Read()))) with { IsOpen = true }];
}
