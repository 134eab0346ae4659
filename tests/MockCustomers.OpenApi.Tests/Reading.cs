using System.Text;
using MockCustomers.Contracts;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Tests;

/// <summary>One spec, read: what became of it and what was wrong.</summary>
internal sealed record Reading(Contract? Contract, IReadOnlyList<Diagnostic> Found)
{
    public static Reading Of(string text, string file = "spec.yaml") => Of(Encoding.UTF8.GetBytes(text), file);

    public static Reading Of(byte[] content, string file)
    {
        var bag = new DiagnosticBag();
        var contract = ContractReader.Read(file, content, bag);
        return new Reading(contract, bag.Found);
    }

    /// <summary>A spec of those lines, which begin in the first column; it must be in order.</summary>
    public static Contract Fine(string text)
    {
        var reading = Of(text);
        reading.Found.ShouldBeEmpty();
        return reading.Contract.ShouldNotBeNull();
    }

    /// <summary>A spec of version 3.0 with one operation, and those named schemas.</summary>
    public static Contract WithSchemas(string schemas, string version = "3.0.3") => Fine(SchemasText(schemas, version));

    public static string SchemasText(string schemas, string version = "3.0.3") => $$"""
        openapi: {{version}}
        info: { title: Test, version: '1' }
        paths: { /a: { get: { responses: { '200': { description: fine } } } } }
        components:
          schemas:
        {{Indented(schemas, 4)}}
        """;

    /// <summary>A spec of version 3.0 with those paths.</summary>
    public static string PathsText(string paths) => $$"""
        openapi: 3.0.3
        info: { title: Test, version: '1' }
        paths:
        {{Indented(paths, 2)}}
        """;

    /// <summary>The only thing that is wrong, as it is printed.</summary>
    public static string Complaint(string text) => Of(text).Found.ShouldHaveSingleItem().ToString();

    private static string Indented(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line));
}
