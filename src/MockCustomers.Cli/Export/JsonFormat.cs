using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>One array, a customer a line.</summary>
internal sealed class JsonFormat : IExportFormat
{
    public void Begin(JsonBuffer output) => output.Raw("["u8);

    public void Write(Stretch stretch, JsonBuffer output)
    {
        for (var place = 0L; place < stretch.Count; place++)
        {
            output.Raw(stretch.IsFirst && place == 0 ? "\n"u8 : ",\n"u8);
            stretch.Write(place, output);
        }
    }

    public void End(JsonBuffer output) => output.Raw("\n]\n"u8);
}
