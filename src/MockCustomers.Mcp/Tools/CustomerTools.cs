using System.Text.Json.Nodes;

namespace MockCustomers.Mcp.Tools;

/// <summary>Tools that look at customers, and move them.</summary>
internal static class CustomerTools
{
    public static IReadOnlyList<Tool> All { get; } = [Find(), Get(), Explain(), Timeline(), Move()];

    private static Tool Find() => new(
        "find_customers", "Find customers", ToolEffect.Reads,
        "Finds customers of a kind and in a state, newest first, at any population without looking through it. Use it to get a customer whom a screen or a test needs, such as one whose KYC is pending. "
        + "Answers {customers: [{id, kind, state}], total}. list_vendors with the vendor's name tells its kinds and states. "
        + "Of each vendor the first 50 customers stand still, whatever the clock says: path finds those who will go on by themselves.",
        [
            Inputs.Vendor,
            ToolInput.Text("kind", "Only customers of this kind, such as individual"),
            ToolInput.Text("state", "Only customers in this state now"),
            ToolInput.Text("path", "Only customers whose way ends so: states that they will still pass by themselves as the clock goes on, divided by >, such as kyc_form_submission_accepted>rejected"),
            ToolInput.Text("find", "Only the customer of this whole id or e-mail address; not together with path"),
            ToolInput.Whole("limit", 1, 100, "How many at most; 10 without it"),
            ToolInput.Whole("offset", 0, 1_000_000_000_000, "How many to leave out first"),
            Inputs.Session,
        ],
        (given, sandbox, stop) => sandbox.GetAsync(
            "/__admin/customers",
            [("vendor", given.Text("vendor")), ("kind", given.Text("kind")), ("state", given.Text("state")), ("path", given.Text("path")), ("find", given.Text("find")), ("limit", given.Whole("limit")), ("offset", given.Whole("offset")), ("session", given.Text("session"))],
            stop));

    private static Tool Get() => new(
        "get_customer", "Get a customer", ToolEffect.Reads,
        "Gets one customer as the vendor sends it at this moment, in customer, with its kind and state. No request is made for it: it strikes no fault and stands in no journal.",
        [Inputs.Vendor, Inputs.Id, Inputs.Session],
        (given, sandbox, stop) => OfCustomer(given, sandbox, "", stop));

    private static Tool Explain() => new(
        "explain_customer", "Explain a customer", ToolEffect.Reads,
        "Tells for each field of a customer what made its value: which rule of the vendor's manifest or spec, and where that stands. Use it when a value or an absence is surprising.",
        [Inputs.Vendor, Inputs.Id, Inputs.Session],
        (given, sandbox, stop) => sandbox.GetAsync("/__admin/explain", [("vendor", given.Text("vendor")), ("id", given.Text("id")), ("session", given.Text("session"))], stop));

    private static Tool Timeline() => new(
        "customer_timeline", "Timeline of a customer", ToolEffect.Reads,
        "Tells every state of a customer with its time, past and to come (toCome), by the session's clock, and in legal the states to which move_customer can move it now. Use it to see how far to advance the clock.",
        [Inputs.Vendor, Inputs.Id, Inputs.Session],
        (given, sandbox, stop) => OfCustomer(given, sandbox, "/timeline", stop));

    private static Tool Move() => new(
        "move_customer", "Move a customer", ToolEffect.Adds,
        "Moves a customer to another state at once, as far as the vendor's lifecycle allows it; whoever subscribed to webhooks is told. Answers {state, from, at}; a move that is not legal is refused with those that are.",
        [Inputs.Vendor, Inputs.Id, ToolInput.Text("to", "The state to move to, one of legal in customer_timeline") with { IsRequired = true }, Inputs.Session],
        (given, sandbox, stop) => sandbox.SendAsync(
            HttpMethod.Post, Path(given, "/moves"), [("session", given.Text("session"))], new JsonObject { ["vendor"] = given.Text("vendor"), ["to"] = given.Text("to") }, stop));

    private static Task<JsonObject> OfCustomer(ToolArguments given, ControlPort sandbox, string what, CancellationToken stop) =>
        sandbox.GetAsync(Path(given, what), [("vendor", given.Text("vendor")), ("session", given.Text("session"))], stop);

    private static string Path(ToolArguments given, string what) => $"/__admin/customers/{ControlPort.Segment(given.Required("id"))}{what}";
}
