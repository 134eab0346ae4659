using MockCustomers.Delays;

namespace MockCustomers.Lifecycles;

/// <summary>A legal move from one state to another.</summary>
/// <param name="After">How long after it came into the first state a customer makes it by itself; null when it never does.</param>
/// <param name="Share">How many of a hundred customers in the first state make it by themselves; 1 to 100. Those that are left stay.</param>
internal sealed record Transition(string From, string To, Delay? After, int Share);
