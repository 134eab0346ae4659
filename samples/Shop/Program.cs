using Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<Customers>(client =>
{
    client.BaseAddress = new Uri("https://api.jani.com/api/v1/");
    client.DefaultRequestHeaders.Authorization = new("Bearer", builder.Configuration["Jani:Key"]);
});

var app = builder.Build();
app.MapPost("/signups", async (Signup signup, Customers customers, CancellationToken stop) => Results.Text(await customers.CreateAsync(signup, stop), "application/json", statusCode: 201));
app.MapGet("/customers/{id}", async (string id, Customers customers, CancellationToken stop) =>
    await customers.FindAsync(id, stop) is { } customer ? Results.Text(customer, "application/json") : Results.NotFound());
await app.RunAsync();
