using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>A header of a success; left out when its template comes to nothing.</summary>
internal sealed record SuccessHeader(string Name, TextTemplate Value);
