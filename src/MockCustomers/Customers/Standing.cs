namespace MockCustomers.Customers;

/// <summary>How a customer stands at some time: what decides, beside its number, what is drawn for it.</summary>
/// <param name="Since">Since when it is in its state, as Unix microseconds.</param>
/// <param name="Now">The time, as Unix microseconds.</param>
/// <param name="Created">When it was created, as Unix microseconds; null for a customer of the population.</param>
/// <param name="Updated">When a client last wrote to it, or it last moved after the sandbox's date, as Unix microseconds; null for neither.</param>
internal readonly record struct Standing(Stratum Stratum, long Since, long Now, long? Created = null, long? Updated = null);
