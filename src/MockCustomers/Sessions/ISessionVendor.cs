using MockCustomers.Store;

namespace MockCustomers.Sessions;

/// <summary>What a session has to know of a vendor.</summary>
internal interface ISessionVendor
{
    string Name { get; }

    /// <summary>The keys that its clients use, without a scheme; the first is the one that is shown to users.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>The customers of a session that did not choose its own.</summary>
    Renderer Renderer { get; }

    /// <summary>The customers of a session that chose its own; the same object for equal choices.</summary>
    Renderer RendererFor(PopulationChoice choice);
}
