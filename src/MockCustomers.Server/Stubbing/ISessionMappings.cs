using System.Text.Json.Nodes;

namespace MockCustomers.Server.Stubbing;

/// <summary>The mappings of one vendor that one session sees: those of files, and its own.</summary>
internal interface ISessionMappings
{
    /// <summary>All of them; of several that match a request the first one answers.</summary>
    ValueTask<IReadOnlyList<SeenMapping>> AllAsync();

    /// <summary>How many mappings in WireMock's JSON were added before the next one; for one that is there, before that.</summary>
    /// <param name="id">The mapping that is replaced; null for none.</param>
    /// <exception cref="Control.ControlException">There were as many as there may be.</exception>
    int Sequence(Guid? id);

    /// <summary>Adds a mapping, or puts it in the place of the one that has its id.</summary>
    /// <param name="net">In WireMock.Net's JSON; without "Guid" it gets an id.</param>
    /// <param name="written">The same in WireMock's JSON.</param>
    /// <param name="sequence">What <see cref="Sequence"/> said.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="Control.ControlException">It cannot be added.</exception>
    ValueTask<Guid> AddAsync(JsonObject net, JsonObject written, int sequence);

    /// <summary>Takes a mapping away.</summary>
    /// <returns>Whether there was one.</returns>
    bool Remove(Guid id);

    /// <summary>Takes all mappings away, those of files among them, and forgets the states of scenarios.</summary>
    ValueTask ClearAsync();

    /// <summary>Leaves the mappings of files alone, and forgets the states of scenarios.</summary>
    ValueTask ResetAsync();

    /// <summary>The state of a scenario; null for the first one.</summary>
    string? StateOf(string scenario);

    /// <param name="state">null for the first one.</param>
    void SetState(string scenario, string? state);

    /// <summary>Puts all scenarios into their first states.</summary>
    void ResetScenarios();

    /// <summary>Lets every stub answer later.</summary>
    /// <param name="milliseconds">0 for no delay.</param>
    ValueTask DelayAsync(int milliseconds);
}
