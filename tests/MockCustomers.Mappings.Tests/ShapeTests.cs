using System.Text.Json.Nodes;

namespace MockCustomers.Mappings.Tests;

/// <summary>How mappings look on the other side.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("""{"request": {"method": "GET", "urlPath": "/a"}, "response": {"status": 201, "jsonBody": {"b": 1}, "headers": {"A": ["1", "2"]}}}""",
        """{"Priority": 5, "Request": {"Methods": ["GET"], "Path": {"Matchers": [{"Name": "ExactMatcher", "Pattern": "/a"}]}}, "Response": {"StatusCode": 201, "Headers": {"A": ["1", "2"]}, "BodyAsJson": {"b": 1}}}""")]
    [InlineData("""{"request": {"urlPath": "/a", "queryParameters": {"b": {"equalTo": "c"}}}}""",
        """{"Priority": 5, "Request": {"Params": [{"Name": "b", "Matchers": [{"Name": "ExactMatcher", "Pattern": "c"}, {"Name": "WildcardMatcher", "Pattern": "*"}]}], "Path": {"Matchers": [{"Name": "ExactMatcher", "Pattern": "/a"}]}}, "Response": {"StatusCode": 200}}""")]
    [InlineData("""{"request": {}, "response": {"proxyBaseUrl": "http://other:8080"}}""",
        """{"Priority": 5, "Request": {"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "*"}]}}, "Response": {"ProxyUrl": "http://other:8080"}}""")]
    [InlineData("""{"request": {"method": "ANY", "url": "/a?b=c"}}""", """{"Priority": 5, "Request": {"Url": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "\\Ahttps?://[^/?#]+/a\\?b=c\\z"}]}}, "Response": {"StatusCode": 200}}""")]
    [InlineData("""{"request": {}, "serveEventListeners": [{"name": "webhook", "parameters": {"method": "POST", "url": "http://a/b", "headers": {"A": "b"}, "body": "x", "delay": {"type": "fixed", "milliseconds": 5}}}]}""",
        """{"Priority": 5, "Request": {"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "*"}]}}, "Response": {"StatusCode": 200}, "Webhook": {"Request": {"Url": "http://a/b", "Method": "POST", "Headers": {"A": "b"}, "Body": "x", "Delay": 5}}, "UseWebhooksFireAndForget": true}""")]
    [InlineData("""{"request": {}, "postServeActions": [{"name": "webhook", "parameters": {"method": "GET", "url": "http://a/1"}}, {"name": "webhook", "parameters": {"method": "GET", "url": "http://a/2", "delay": {"type": "uniform", "lower": 1, "upper": 2}}}]}""",
        """{"Priority": 5, "Request": {"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "*"}]}}, "Response": {"StatusCode": 200}, "Webhooks": [{"Request": {"Url": "http://a/1", "Method": "GET"}}, {"Request": {"Url": "http://a/2", "Method": "GET", "MinimumRandomDelay": 1, "MaximumRandomDelay": 2}}], "UseWebhooksFireAndForget": true}""")]
    public void In_WireMock_Nets_JSON(string java, string net) => Same(Converted.ToNet(java), net);

    [Fact]
    public void What_the_sandbox_has_to_do_stands_in_Data()
    {
        var net = Converted.ToNet(
            """{"request": {}, "response": {"statusMessage": "Fine", "fault": "CONNECTION_RESET_BY_PEER", "fixedDelayMilliseconds": 5, "delayDistribution": {"type": "lognormal", "median": 80, "sigma": 0.4}, "chunkedDribbleDelay": {"numberOfChunks": 5, "totalDuration": 1000}}}""",
            Target.Sandbox);
        Same(net["Data"]!, """{"WireMock": {"statusMessage": "Fine", "fault": "CONNECTION_RESET_BY_PEER", "fixedDelayMilliseconds": 5, "delayDistribution": {"type": "lognormal", "median": 80, "sigma": 0.4}, "chunkedDribbleDelay": {"numberOfChunks": 5, "totalDuration": 1000}}}""");
    }

    [Theory]
    [InlineData("5", 3, 499_997)]
    [InlineData("1", 0, 100_000)]
    [InlineData("-2147483648", 1, -2_000_000_001)]
    [InlineData("2147483647", 99_999, 1_999_900_001)]
    public void With_a_sequence_the_later_one_wins(string priority, int sequence, int expected)
    {
        var net = Converted.ToNet($$"""{"priority": {{priority}}, "request": {} }""", Target.Sandbox, sequence);
        net["Priority"]!.GetValue<int>().ShouldBe(expected);
        Converted.ToJava(net.ToJsonString())["priority"]!.ToJsonString().ShouldBe(priority);
    }

    [Theory]
    [InlineData("""{"Path": "/a/*", "Methods": ["get"]}""", """{"method": "GET", "urlPathPattern": "/a/.*"}""")]
    [InlineData("""{"Path": "/a b"}""", """{"urlPath": "/a%20b"}""")]
    [InlineData("""{"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "/a", "IgnoreCase": true}]}}""", """{"urlPathPattern": "(?i)/a"}""")]
    [InlineData("""{"Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "^/a/\\d+$"}]}}""", """{"urlPathPattern": "/a/\\d+"}""")]
    [InlineData("""{"Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "a|b"}]}}""", """{"urlPathPattern": "[\\s\\S]*(?m-s:a|b)[\\s\\S]*"}""")]
    [InlineData("""{"Path": {"Matchers": [{"Name": "ExactMatcher", "Pattern": "/a"}, {"Name": "ExactMatcher", "Pattern": "/b"}]}}""", """{"urlPathPattern": "(?:/a)|(?:/b)"}""")]
    [InlineData("""{"Headers": [{"Name": "A", "Matchers": [{"Name": "WildcardMatcher", "Pattern": "*x*", "RejectOnMatch": true}]}]}""", """{"headers": {"A": {"and": [{"not": {"absent": true}}, {"doesNotContain": "x"}]}}}""")]
    [InlineData("""{"Headers": [{"Name": "A", "RejectOnMatch": true, "Matchers": [{"Name": "ExactMatcher", "Pattern": "x"}]}]}""", """{"headers": {"A": {"or": [{"absent": true}, {"equalTo": "x"}]}}}""")]
    [InlineData("""{"Headers": [{"Name": "A", "Matchers": [{"Name": "ExactMatcher", "Patterns": ["x", "y"]}]}]}""", """{"headers": {"A": {"and": [{"not": {"absent": true}}, {"or": [{"equalTo": "x"}, {"equalTo": "y"}]}]}}}""")]
    [InlineData("""{"Params": [{"Name": "a", "Matchers": []}]}""", """{"queryParameters": {"a": {"matches": ".*"}}}""")]
    [InlineData("""{"Params": [{"Name": "a", "Matchers": [{"Name": "ExactMatcher", "Pattern": "1"}]}]}""", """{"queryParameters": {"a": {"equalTo": "1"}}}""")]
    [InlineData("""{"Body": {"Matcher": {"Name": "JsonPathMatcher", "Pattern": "$.a"}}}""", """{"bodyPatterns": [{"matchesJsonPath": "$.a"}]}""")]
    [InlineData("""{"Body": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "*a*"}, {"Name": "WildcardMatcher", "Pattern": "*b*"}]}}""", """{"bodyPatterns": [{"or": [{"contains": "a"}, {"contains": "b"}]}]}""")]
    [InlineData("""{"Body": {"Matcher": {"Name": "JsonPartialMatcher", "Pattern": {"a": 1}, "RejectOnMatch": true}}}""", """{"bodyPatterns": [{"not": {"equalToJson": {"a": 1}, "ignoreArrayOrder": true, "ignoreExtraElements": true}}]}""")]
    public void A_request_in_WireMocks_JSON(string net, string java) => Same(Converted.ToJava($$"""{"Request": {{net}}, "Response": {} }""")["request"]!, java);

    [Theory]
    [InlineData("""{"StatusCode": "404", "Delay": 5, "Body": "x"}""", """{"status": 404, "body": "x", "fixedDelayMilliseconds": 5}""")]
    [InlineData("""{"MinimumRandomDelay": 5, "BodyAsBytes": "aGk="}""", """{"status": 200, "base64Body": "aGk=", "delayDistribution": {"type": "uniform", "lower": 5, "upper": 60000}}""")]
    [InlineData("""{"Fault": {"Type": "EMPTY_RESPONSE"}}""", """{"status": 200, "fault": "EMPTY_RESPONSE"}""")]
    [InlineData("""{"ProxyUrl": "http://a"}""", """{"proxyBaseUrl": "http://a"}""")]
    [InlineData("""{"UseTransformer": true, "UseTransformerForBodyAsFile": true, "BodyAsFile": "a.txt"}""", """{"status": 200, "bodyFileName": "a.txt", "transformers": ["response-template"]}""")]
    public void A_response_in_WireMocks_JSON(string net, string java) => Same(Converted.ToJava($$"""{"Request": {}, "Response": {{net}}}""")["response"]!, java);

    [Fact]
    public void A_scenario_of_WireMock_Net_begins_and_ends_in_the_first_state()
    {
        var java = Converted.ToJava("""{"Request": {}, "Response": {}, "Scenario": "s", "WhenStateIs": "a"}""");
        (java["requiredScenarioState"]!.GetValue<string>(), java["newScenarioState"]!.GetValue<string>()).ShouldBe(("a", "Started"));
    }

    private static void Same(JsonNode json, string expected) => JsonNode.DeepEquals(json, JsonNode.Parse(expected)).ShouldBeTrue(json.ToJsonString());
}
