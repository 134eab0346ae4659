using System.Text.Json.Nodes;
using MockCustomers.Actions;

namespace MockCustomers.Tests.Actions;

/// <summary>Which fields a selection leaves, also within objects and lists.</summary>
public sealed class FieldSelectionTests
{
    private const string Ada = """{"id":"1","name":"Ada","home":{"city":"Lagos","zip":"1"},"cards":[{"type":"debit","bank":{"name":"Kuda","id":2}},{"bank":null},"loose",[1]],"none":[]}""";

    [Theory]
    [InlineData("id name", """{"id":"1","name":"Ada"}""")]
    [InlineData("[id,name]", """{"id":"1","name":"Ada"}""")]
    [InlineData("""["name","home.city"]""", """{"name":"Ada","home":{"city":"Lagos"}}""")]
    [InlineData("home.city home.zip", """{"home":{"city":"Lagos","zip":"1"}}""")]
    [InlineData("home home.city", """{"home":{"city":"Lagos","zip":"1"}}""")]
    [InlineData("home.street", """{"home":{}}""")]
    [InlineData("name.first", """{}""")]
    [InlineData("cards.type", """{"cards":[{"type":"debit"},{}]}""")]
    [InlineData("cards.bank.name none.x", """{"cards":[{"bank":{"name":"Kuda"}},{}],"none":[]}""")]
    [InlineData("-cards -home.zip -none", """{"id":"1","name":"Ada","home":{"city":"Lagos"}}""")]
    [InlineData("id cards -cards.bank.id", """{"id":"1","cards":[{"type":"debit","bank":{"name":"Kuda"}},{"bank":null},"loose",[1]]}""")]
    [InlineData("-cards.type name", """{"name":"Ada"}""")]
    [InlineData("id name -secret source", """{"id":"1","name":"Ada"}""")]
    [InlineData("-", Ada)]
    [InlineData("", Ada)]
    [InlineData("nickname", "{}")]
    public void A_selection_goes_through_objects_and_lists(string selection, string left) =>
        FieldSelection.Of(selection).Of(JsonNode.Parse(Ada)!.AsObject()).ToJsonString().ShouldBe(left);
}
