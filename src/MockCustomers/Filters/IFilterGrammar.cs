using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Queries;

namespace MockCustomers.Filters;

/// <summary>One way in which clients write a filter, named by manifests.</summary>
internal interface IFilterGrammar
{
    string Name { get; }

    /// <summary>Reads an expression, adding a violation for what it cannot be.</summary>
    /// <param name="expression">A text of a query parameter, or a value of a body.</param>
    /// <param name="place">Where it stands, and by which name a violation calls it.</param>
    Predicate Read(JsonNode expression, (string Pointer, string Field) place, FilterScope scope, List<Violation> violations);
}
