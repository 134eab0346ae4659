using MockCustomers.Customers;

namespace MockCustomers.Sessions;

/// <summary>Whose customers a session wants to see; what is null is as in the sandbox.</summary>
/// <param name="Size">How many customers a vendor: 0 to <see cref="Population.Largest"/>.</param>
/// <param name="Now">The session's date, as Unix microseconds: where its clock begins, and the date by which customers have their ages.</param>
internal sealed record PopulationChoice(Seed? Seed, long? Size, long? Now);
