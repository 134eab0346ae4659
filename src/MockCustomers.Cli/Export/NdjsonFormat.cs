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
        for (var place = 0L; place < stretch.Count; place++)
        {
            stretch.Write(place, output);
            output.Raw((byte)'\n');
        }
    }

    public void End(JsonBuffer output)
    {
    }
}
