using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>One array, a customer a line.</summary>
internal sealed class JsonFormat : IExportFormat
{
    public void Begin(JsonBuffer output) => output.Raw("["u8);

    public void Write(Stretch stretch, JsonBuffer output)
    {
        var isFirst = stretch.IsFirst;
        foreach (var customer in stretch.Customers())
        {
            output.Raw(isFirst ? "\n"u8 : ",\n"u8);
            stretch.Write(customer, output);
            isFirst = false;
        }
    }

    public void End(JsonBuffer output) => output.Raw("\n]\n"u8);
}
