using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Tests.Plans;

public sealed class PlanPropertyTests
{
    /// <summary>Customers that are made, and documents that clients wrote, have one way to write a name.</summary>
    [Theory]
    [InlineData("first_name")]
    [InlineData("naïve+1")]
    [InlineData("a\"b\\c")]
    [InlineData("ключ")]
    public void A_name_is_written_as_in_documents(string name)
    {
        var property = new PlanProperty(name, new ConstantNode(1, new PlanOrigin("", "")));
        var written = PlainJson.Text(new JsonObject { [name] = 1 });
        written.ShouldBe("{" + Encoding.UTF8.GetString(property.Opening) + "1}");
        Encoding.UTF8.GetString(property.Following).ShouldBe("," + Encoding.UTF8.GetString(property.Opening));
    }
}
