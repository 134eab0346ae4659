using System.Diagnostics.CodeAnalysis;
using WireMock;
using WireMock.Handlers;

namespace MockCustomers.Stubs.Inside;

/// <summary>Where the stubs of several sessions are one, each session has scenario states of its own: those of the call that is under way.</summary>
internal sealed class ScenariosOfCall : IScenarioStateStore
{
    private readonly InMemoryScenarioStateStore nobodys = new();

    private IScenarioStateStore Own => StubCall.Current?.Scenarios ?? nobodys;

    public bool TryGet(string name, [NotNullWhen(true)] out ScenarioState? state) => Own.TryGet(name, out state);

    public IReadOnlyList<ScenarioState> GetAll() => Own.GetAll();

    public bool ContainsKey(string name) => Own.ContainsKey(name);

    public bool TryAdd(string name, ScenarioState scenarioState) => Own.TryAdd(name, scenarioState);

    public ScenarioState AddOrUpdate(string name, Func<string, ScenarioState> addFactory, Func<string, ScenarioState, ScenarioState> updateFactory) => Own.AddOrUpdate(name, addFactory, updateFactory);

    public ScenarioState? Update(string name, Action<ScenarioState> updateAction) => Own.Update(name, updateAction);

    public bool TryRemove(string name) => Own.TryRemove(name);

    public void Clear() => Own.Clear();
}
