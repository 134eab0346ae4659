namespace Shop;

/// <summary>What somebody types who wants to become a customer.</summary>
internal sealed record Signup(string Name, string Email);
