using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>A customer a line.</summary>
internal sealed class NdjsonFormat : IExportFormat
{
    public void Begin(JsonBuffer output)
    {
    }

    public void Write(Stretch stretch, JsonBuffer output)
    {
        foreach (var customer in stretch.Customers())
        {
            stretch.Write(customer, output);
            output.Raw((byte)'\n');
        }
    }

    public void End(JsonBuffer output)
    {
    }
}
