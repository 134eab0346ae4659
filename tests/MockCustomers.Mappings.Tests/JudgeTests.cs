using MockCustomers.Diagnostics;
using MockCustomers.Mappings.Tests.Judge;

namespace MockCustomers.Mappings.Tests;

/// <summary>Mappings in WireMock's JSON are answered as the real WireMock answers them, request by request.</summary>
public sealed class JudgeTests(JudgedServers servers) : IClassFixture<JudgedServers>
{
    /// <summary>Cases whose reason phrase is not WireMock's, and why.</summary>
    private static readonly Dictionary<string, string> OtherPhrase = new()
    {
        ["066-response-status-odd"] = "a status that no standard names and the mapping has no phrase for: WireMock's server repeats the number, the sandbox's sends none",
    };

    public static TheoryData<string> Cases => MappingCase.All;

    public static TheoryData<string> PlainCases => [.. MappingCase.All.Select(row => row.Data).Where(name => MappingCase.Of(name).Elsewhere is null)];

    [JavaTheory, MemberData(nameof(Cases))]
    public async Task The_sandbox_answers_as_WireMock_does(string name) => await CompareAsync(name, servers.Judged, withReason: !OtherPhrase.ContainsKey(name));

    [JavaTheory, MemberData(nameof(PlainCases))]
    public async Task Any_WireMock_Net_answers_as_WireMock_does(string name) => await CompareAsync(name, servers.Plain, withReason: false);

    /// <summary>What the cases say is what the real WireMock said: this needs no Java.</summary>
    [Theory, MemberData(nameof(Cases))]
    public async Task The_sandbox_answers_as_the_case_says(string name)
    {
        var one = MappingCase.Of(name);
        await servers.Judged.TakeAsync(one);
        foreach (var request in one.Requests)
        {
            var answer = await Answer.ToAsync(servers.Judged.Client, request);
            answer.Status.ShouldBe(request.Status, $"{one.Says} {request}");
            answer.Took.TotalMilliseconds.ShouldBeGreaterThanOrEqualTo(request.AtLeastMilliseconds - 5);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void What_only_the_sandbox_can_do_is_refused_for_others(string name)
    {
        var (one, mistakes) = (MappingCase.Of(name), new DiagnosticBag());
        Converter.ToWireMockNet(new JsonPlace(one.Mappings, "", "", mistakes), Target.WireMockNet);
        mistakes.IsEmpty.ShouldBe(one.Elsewhere != "refused", string.Join('\n', mistakes.Found));
    }

    /// <summary>There and back: the mappings as WireMock.Net shows them, in WireMock's JSON again.</summary>
    [JavaTheory, MemberData(nameof(Cases))]
    public async Task What_comes_back_from_the_sandbox_means_the_same(string name) => await ReturnAsync(MappingCase.Of(name), servers.Judged);

    [JavaTheory, MemberData(nameof(PlainCases))]
    public async Task What_comes_back_from_any_WireMock_Net_means_the_same(string name) => await ReturnAsync(MappingCase.Of(name), servers.Plain);

    private async Task ReturnAsync(MappingCase one, IStubServer server)
    {
        await server.TakeAsync(one);
        var (shown, mistakes) = (await server.ShownAsync(), new DiagnosticBag());
        var returned = Converter.ToWireMock(new JsonPlace(shown, "", "", mistakes));
        mistakes.Found.ShouldBeEmpty(shown.ToJsonString());
        returned.Count.ShouldBe(one.Mappings.Count);
        var answers = new List<Answer>();
        foreach (var mappings in new[] { one.Mappings, returned })
        {
            await servers.Real.TakeAsync(one with { Mappings = mappings });
            foreach (var request in one.Requests) answers.Add(await Answer.ToAsync(servers.Real.Client, request));
        }

        var count = one.Requests.Count;
        var differences = Enumerable.Range(0, count).SelectMany(at => answers[at + count].DifferencesTo(answers[at], one.Headers, withReason: true).Select(difference => $"{one.Requests[at]}: {difference}"));
        differences.ShouldBeEmpty(returned.ToJsonString());
    }

    private async Task CompareAsync(string name, IStubServer server, bool withReason)
    {
        var one = MappingCase.Of(name);
        await servers.Real.TakeAsync(one);
        await server.TakeAsync(one);
        var differences = new List<string>();
        foreach (var request in one.Requests)
        {
            var wanted = await Answer.ToAsync(servers.Real.Client, request);
            wanted.Status.ShouldBe(request.Status, $"{one.Says} {request}");
            if (!server.DoesCarried && one.Carried is not null) continue;
            var answer = await Answer.ToAsync(server.Client, request);
            differences.AddRange(answer.DifferencesTo(wanted, one.Headers, withReason).Select(difference => $"{request}: {difference}"));
        }

        differences.ShouldBeEmpty(one.Says);
    }
}
