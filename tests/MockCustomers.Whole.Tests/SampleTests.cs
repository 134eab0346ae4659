using System.Xml.Linq;

namespace MockCustomers.Whole.Tests;

/// <summary>What the samples show when a test fails; that the others pass is told by running them.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task A_failed_test_shows_its_calls_in_its_output_and_as_an_attachment()
    {
        using var folder = new TemporaryFolder();
        var tests = RepositoryFiles.PathOf("artifacts", "bin", "Shop.Tests", RepositoryFiles.Configuration.ToLowerInvariant(), "Shop.Tests.dll");
        using var program = new OtherProgram(folder.Path, null, "dotnet", tests, "-explicit", "only", "-result-xml", folder.Of("results.xml"));
        await program.EndAsync();
        program.ExitCode.ShouldBe(1, program.Told);

        var test = XDocument.Load(folder.Of("results.xml")).Descendants("test").Single(each => (string?)each.Attribute("result") == "Fail");
        var call = "GET /api/v1/customers/nobody -> 404  getCustomer  nobody has the id 'nobody'";
        test.Element("output").ShouldNotBeNull().Value.ShouldContain(call);
        var attachment = test.Descendants("attachment").Single();
        ((string?)attachment.Attribute("name")).ShouldBe("calls");
        attachment.Value.ShouldContain(call);
    }
}
