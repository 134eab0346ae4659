namespace MockCustomers.Mcp.Tools;

/// <summary>Arguments that several tools take.</summary>
internal static class Inputs
{
    public static ToolInput Vendor { get; } = ToolInput.Text("vendor", "The vendor's name, as list_vendors gives it") with { IsRequired = true };

    public static ToolInput AnyVendor { get; } = ToolInput.Text("vendor", "Of this vendor only, by its name as list_vendors gives it");

    public static ToolInput Id { get; } = ToolInput.Text("id", "The customer's id, as find_customers or the vendor gives it") with { IsRequired = true };

    public static ToolInput Session { get; } = ToolInput.Text("session", "The session, an isolated world of its own; without it the default one, in which requests are that name none");
}
