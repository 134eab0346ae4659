using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;

namespace MockCustomers.Server.Stubbing;

/// <summary>Administration on a vendor's own port, /__admin: for the sandbox's owner alone, by the rules of the control port.</summary>
/// <param name="stubs">The vendor's stubs, made when they are first asked for; null where this build has none.</param>
/// <param name="onUnexpected">Told of every failure that should not have been; null for nobody.</param>
internal sealed class VendorAdmin(OwnersOnly owners, SessionBook sessions, Func<IVendorStubs>? stubs, Action<Exception>? onUnexpected)
{
    private const string Path = "/__admin";

    /// <summary>What is told of stubs where this build has none.</summary>
    public static ControlException NoStubs() => new(501, "this build has no stubs: it was compiled ahead of time, and WireMock.Net cannot be; the full build has them (dotnet tool install -g mockcustomers, or the image of Dockerfile)");

    /// <summary>Whether a request is administration, and nothing for the vendor.</summary>
    public static bool IsMeant(Request request)
    {
        var path = request.Path;
        return path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/');
    }

    /// <summary>Answers a request. Never throws for anything that a client can send.</summary>
    public async ValueTask<Reply> AnswerAsync(Request request)
    {
        try
        {
            owners.Check(request);
            if (stubs is null) throw NoStubs();
            if (request.IsBodyTooLarge) throw new ControlException(413, $"the body is too large; at most {BodyLimit.Largest} bytes");
            var session = SessionOf(sessions, ControlQuery.Of(request).SessionName);
            return await stubs().AdministerAsync(request, session) with { IsForBrowser = true };
        }
        catch (ControlException mistake)
        {
            return ControlReply.Of(mistake, request) with { IsForBrowser = true };
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            onUnexpected?.Invoke(unexpected);
            return ControlReply.Unexpected(request) with { IsForBrowser = true };
        }
    }

    /// <summary>The session that is named, opened by its first use as vendors do.</summary>
    /// <param name="name">null for the default one.</param>
    /// <exception cref="ControlException">It cannot be named so, or there are as many as there may be.</exception>
    public static Session SessionOf(SessionBook sessions, string? name)
    {
        if (name is null) return sessions.Default;
        if (!SessionBook.IsName(name)) throw new ControlException(400, $"a session cannot be named '{name}'; 1 to 64 letters, digits, dots, dashes and underscores");
        var session = sessions.FindOrOpen(name) ?? throw new ControlException(429, "there are as many sessions as there may be; close one, or start the sandbox with a larger --sessions");
        session.Use(sessions.Machine.GetTimestamp());
        return session;
    }
}
