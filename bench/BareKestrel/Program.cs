// Canned bytes over Kestrel: BareKestrel PORT ONE.json LIST.json. /one and everything below it is one customer, /list is a list.
var one = File.ReadAllBytes(args[1]);
var list = File.ReadAllBytes(args[2]);

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
app.Urls.Add($"http://127.0.0.1:{args[0]}");
app.Run(context =>
{
    var bytes = context.Request.Path.Value!.StartsWith("/list", StringComparison.Ordinal) ? list : one;
    context.Response.ContentType = "application/json";
    context.Response.ContentLength = bytes.Length;
    return context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
});
app.Run();
