namespace MockCustomers.Whole.Tests;

/// <summary>A client of the Model Context Protocol that is not ours uses the command, with nothing but what its tools tell it.</summary>
/// <remarks>Clients/mcp/story.mjs drives it; npm brings the client.</remarks>
public sealed class AssistantTests
{
    private const string Vendor = "align";

    [NodeTheory, InlineData("kyc_form_submission_accepted", "approved")]
    public async Task An_assistant_goes_from_a_pending_customer_to_the_reason_of_a_refusal(string from, string to)
    {
        var told = await OtherProgram.RunAsync(
            RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients", "mcp"), new Dictionary<string, string>(), "node", "story.mjs", Vendor, from, to, "dotnet", CommandFile.Path);
        told.ShouldContain("whole story");
    }
}
