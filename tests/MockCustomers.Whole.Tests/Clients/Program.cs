// Four arguments a vendor: its name, its base URL, and a header that lets a client in.
var rounds = new Dictionary<string, Func<HttpClient, string, Task>>
{
    ["align"] = AlignRound.Go,
    ["allawee"] = AllaweeRound.Go,
    ["flexprice"] = FlexpriceRound.Go,
    ["gurupay"] = GurupayRound.Go,
    ["jani"] = JaniRound.Go,
};
foreach (var vendor in args.Chunk(4))
{
    using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
    http.DefaultRequestHeaders.TryAddWithoutValidation(vendor[2], vendor[3]);
    await rounds[vendor[0]](http, vendor[1]);
    Console.WriteLine($"{vendor[0]}: whole round");
}

static class Check
{
    public static void That(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException(what);
    }
}
