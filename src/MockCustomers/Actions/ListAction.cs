using System.Globalization;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Paging;
using MockCustomers.Store;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>Lists customers a page at a time, newest first.</summary>
internal sealed class ListAction(CustomerStore store, IPager pager, Func<Stratum, bool> shown, SuccessTemplate success) : IAction
{
    public static readonly string[] Placeholders =
        ["customers", "total", "size", "page", "lastPage", "offset", "nextOffset", "hasMore", "pageIsFull"];

    public string Name => "list";

    public Outcome Act(Call call)
    {
        var window = pager.Cut(call.Parameters);
        var customers = store.List(shown);
        var count = (int)Math.Clamp(customers.Count - window.Offset, 0, window.Size);
        return success.Fill(new Values(store, customers, window, count), call.Request.Output);
    }

    private sealed class Values(CustomerStore store, CustomerList customers, PageWindow window, int count) : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            if (name == "customers") Customers(json);
            else if (name is "hasMore" or "pageIsFull") json.Boolean(Text(name) == "true");
            else json.Raw(Text(name));
            return true;
        }

        public string? Text(string name) => name switch
        {
            "total" => Digits(customers.Count),
            "size" => Digits(window.Size),
            "page" => Digits(window.Number),
            "lastPage" => Digits(Math.Max(1, (customers.Count + window.Size - 1) / window.Size)),
            "offset" => Digits(window.Offset),
            "nextOffset" => Digits(window.Offset + window.Size),
            "hasMore" => window.Offset + count < customers.Count ? "true" : "false",
            "pageIsFull" => count == window.Size ? "true" : "false",
            _ => null,
        };

        private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

        private void Customers(JsonBuffer json)
        {
            json.Raw((byte)'[');
            var first = true;
            foreach (var customer in count == 0 ? [] : customers.Stretch(window.Offset, count))
            {
                if (!first) json.Raw((byte)',');
                store.Write(customer, [], json);
                first = false;
            }

            json.Raw((byte)']');
        }
    }
}
