using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>In which state of a scenario a mapping matches, and which one it leads to.</summary>
/// <remarks>WireMock begins in "Started" and stays where it is unless it is told otherwise; WireMock.Net begins in no state, and returns to none.</remarks>
internal static class NetScenario
{
    /// <summary>WireMock's name of the first state.</summary>
    public const string First = "Started";

    public static void Add(JsonObject net, JsonPlace mapping, Carried carried)
    {
        var (name, required, next) = (mapping.Text("scenarioName"), mapping.Text("requiredScenarioState"), mapping.Text("newScenarioState"));
        if (name is null)
        {
            if (required is not null || next is not null) mapping.Missing("scenarioName", "the scenario whose state is meant", 0);
            return;
        }

        if (required is null && next is null)
        {
            carried.Note("scenarioName", name);
            return;
        }

        if (required is null)
        {
            mapping.Report("WireMock.Net has no mapping that matches in every state of a scenario", "'requiredScenarioState' in one mapping for each state");
            return;
        }

        net["Scenario"] = name;
        if (required != First) net["WhenStateIs"] = required;
        if ((next ?? required) is var then && then != First) net["SetStateTo"] = then;
    }
}
