namespace MockCustomers.Fakes.Facts;

/// <summary>What a company's name is made of.</summary>
internal sealed record CompanyName(string Word, string Trade, string Form);
