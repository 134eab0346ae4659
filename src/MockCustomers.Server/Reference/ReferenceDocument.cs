using System.Text.Json.Nodes;

namespace MockCustomers.Server.Reference;

/// <summary>One document of an API reference.</summary>
/// <param name="Title">For people.</param>
/// <param name="Slug">Letters, digits and dashes: its place in the page's address.</param>
/// <param name="Url">Where the page loads it from: a path of the control port.</param>
internal sealed record ReferenceDocument(string Title, string Slug, string Url)
{
    /// <summary>The security schemes of the document that are filled in, by name, each with its value; null for none.</summary>
    public JsonObject? Credentials { get; init; }
}
