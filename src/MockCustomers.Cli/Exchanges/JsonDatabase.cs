using MockCustomers.Exchange;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A database for json-server, and for front ends that import it: {"customers": […]}, each as it is served, a line each.</summary>
internal sealed class JsonDatabase : IExchangeFormat
{
    public bool IsForSandbox => true;

    public Task WriteAsync(ExportedVendor vendor, JsonBuffer output)
    {
        var view = vendor.Vendor.Customers;
        output.Raw("{\"customers\": ["u8);
        var isFirst = true;
        foreach (var customer in view.Everybody.Stretch(0, (int)view.Count))
        {
            output.Raw(isFirst ? "\n"u8 : ",\n"u8);
            view.Write(customer, [], output);
            isFirst = false;
        }

        output.Raw("\n]}\n"u8);
        return Task.CompletedTask;
    }
}
