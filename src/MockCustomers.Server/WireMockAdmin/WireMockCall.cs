using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Journal;
using MockCustomers.Server.Control;
using MockCustomers.Server.Stubbing;
using MockCustomers.Sessions;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>A request of one of WireMock's clients: of one vendor, in one session.</summary>
internal sealed class WireMockCall(ControlCall call, VendorHost host, Session session)
{
    public VendorHost Host => host;

    public Session Session => session;

    public ControlQuery Query => call.Query;

    public bool HasBody => call.HasBody;

    /// <summary>The mappings that the session sees.</summary>
    /// <exception cref="ControlException">This build has no stubs.</exception>
    public ISessionMappings Mappings => host.HasStubs ? host.Stubs.MappingsOf(session) : throw VendorAdmin.NoStubs();

    /// <summary>The vendor's exchanges in the session, newest first.</summary>
    public IEnumerable<JournalEntry> Entries => session.Journal.Latest.Where(entry => entry.Vendor == host.Name);

    /// <summary>The value of a parameter of the path.</summary>
    public string Path(string name) => call.Path(name);

    /// <summary>The id that the path names.</summary>
    /// <exception cref="ControlException">It is no UUID.</exception>
    public Guid Id => Guid.TryParseExact(Path("id"), "D", out var id) ? id : throw new ControlException(400, $"'{Path("id")}' is no UUID; such as 0f9a1f2e-6f0c-4b0e-9a55-1c2d3e4f5a6b");

    /// <summary>What the body says.</summary>
    /// <param name="example">A body that would be right.</param>
    /// <param name="read">Reads the body and reports all that is wrong with it.</param>
    /// <exception cref="ControlException">Something is wrong with it: 422, as WireMock has it, where the control port has 400.</exception>
    public T Read<T>(string example, Func<JsonPlace, T> read)
    {
        try
        {
            return call.Read(example, read);
        }
        catch (ControlException mistake) when (mistake.Status == 400 && mistake.Mistakes.Count == 0)
        {
            throw new ControlException(422, mistake.Message);
        }
    }

    /// <summary>The mapping of that id; null for none.</summary>
    public async ValueTask<SeenMapping?> FindAsync(Guid id) => (await Mappings.AllAsync()).FirstOrDefault(seen => seen.Id == id);

    /// <summary>An answer about the journal, which says whether there is one.</summary>
    public ControlAnswer Journaled(JsonObject answer)
    {
        answer["requestJournalDisabled"] = !session.Journal.IsOn;
        return ControlAnswer.Ok(answer);
    }
}
