using System.Text.Json.Nodes;

namespace MockCustomers.Server.Stubbing;

/// <summary>The mappings of one vendor that one session sees: those of files, and its own.</summary>
internal interface ISessionMappings
{
    /// <summary>All of them; of several that match a request the first one answers.</summary>
    ValueTask<IReadOnlyList<SeenMapping>> AllAsync();

    /// <summary>Adds a mapping, or puts it in the place of the one that has its id.</summary>
    /// <param name="written">In WireMock's JSON, or in WireMock.Net's.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="Control.ControlException">It cannot be added.</exception>
    ValueTask<Guid> AddAsync(JsonObject written);

    /// <summary>Puts a mapping in the place of another, whose id and rank it has from then on.</summary>
    /// <exception cref="Control.ControlException">It cannot be put there.</exception>
    ValueTask ReplaceAsync(Guid id, JsonObject written);

    /// <summary>Adds the mappings of a document, of which the first wins among equals, all of them or none.</summary>
    /// <param name="document">{"mappings": […], "importOptions": {…}}, as WireMock has it.</param>
    /// <exception cref="Control.ControlException">They cannot be added.</exception>
    ValueTask ImportAsync(JsonObject document);

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

    /// <summary>How much later every stub answers, in milliseconds.</summary>
    ValueTask<int> DelayAsync();

    /// <summary>Lets every stub answer later.</summary>
    /// <param name="milliseconds">0 for no delay.</param>
    ValueTask DelayAsync(int milliseconds);
}
