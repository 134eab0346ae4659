using System.Text.Json.Nodes;
using MockCustomers.Matching;
using MockCustomers.Matching.Matchers;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Which mappings are meant, by a content pattern that is asked of their metadata.</summary>
internal sealed class MetadataPattern
{
    private const string Example = """{"matchesJsonPath": "$.owner"}""";
    private readonly IMatcher matcher;

    private MetadataPattern(IMatcher matcher) => this.matcher = matcher;

    /// <exception cref="ControlException">The body is no content pattern.</exception>
    public static MetadataPattern Of(WireMockCall call) => new(call.Read(Example, body => new MatcherReader().Read(body)));

    /// <summary>Whether a mapping in WireMock's JSON is meant; one without metadata never is.</summary>
    /// <exception cref="ControlException">That cannot be found out.</exception>
    public bool IsMatch(JsonObject mapping)
    {
        try
        {
            return mapping["metadata"] is { } metadata && matcher.IsMatch(Content.Of(metadata.ToJsonString()));
        }
        catch (PatternException unanswerable)
        {
            throw new ControlException(422, unanswerable.Message);
        }
    }
}
