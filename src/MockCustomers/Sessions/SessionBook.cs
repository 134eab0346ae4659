using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using MockCustomers.Customers;

namespace MockCustomers.Sessions;

/// <summary>All sessions of a sandbox: the default one, and those that tests opened.</summary>
/// <remarks>Bounded in number; one that nobody used for its time to live is forgotten when another is opened or looked for.</remarks>
internal sealed class SessionBook
{
    /// <summary>The name of the session of requests that name none.</summary>
    public const string DefaultName = "default";

    private const int LongestName = 64;
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    private readonly SessionOptions options;
    private readonly long epoch;
    private readonly TimeProvider machine;
    private readonly IReadOnlyList<ISessionVendor> vendors;
    private readonly ConcurrentDictionary<string, Session> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Session> byKey = new(StringComparer.Ordinal);
    private readonly Lock opening = new();
    private long made;

    /// <param name="epoch">The sandbox's date, as Unix microseconds.</param>
    /// <param name="vendors">Those for which a session that is opened gets keys.</param>
    /// <param name="machine">The machine's clock, for idle times; null for the system's.</param>
    public SessionBook(SessionOptions options, long epoch, IReadOnlyList<ISessionVendor> vendors, TimeProvider? machine = null)
    {
        this.options = options;
        this.epoch = epoch;
        this.vendors = vendors;
        this.machine = machine ?? TimeProvider.System;
        Default = Make(new SessionChoice(DefaultName));
    }

    /// <summary>The session of requests that name none; it is never forgotten.</summary>
    public Session Default { get; }

    /// <summary>The default session first, then the others by their names.</summary>
    public IReadOnlyList<Session> All => [Default, .. opened.Values.OrderBy(session => session.Name, StringComparer.Ordinal)];

    /// <summary>Whether a text can be a session's name: 1 to 64 letters, digits, dots, dashes and underscores of ASCII.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && !text.AsSpan().ContainsAnyExcept(NameLetters);

    /// <summary>The session of that name; null when there is none.</summary>
    public Session? Find(string name)
    {
        if (name == DefaultName) return Default;
        if (!opened.TryGetValue(name, out var session)) return null;
        if (!IsForgotten(session)) return session;
        Close(name);
        return null;
    }

    /// <summary>The session of that name, opened when there is none.</summary>
    /// <returns>null when the name is none, or when there are as many sessions as there may be.</returns>
    public Session? FindOrOpen(string name) => Find(name) ?? (IsName(name) ? Open(new SessionChoice(name)) ?? Find(name) : null);

    /// <summary>The session in which a key works; null when it is no session's.</summary>
    internal Session? OfKey(string vendor, string key) =>
        !byKey.IsEmpty && byKey.TryGetValue(vendor + " " + key, out var session) ? session : null;

    /// <summary>Opens a session, with keys of its own.</summary>
    /// <returns>null when there is one of that name, or when there are as many as there may be.</returns>
    public Session? Open(SessionChoice choice)
    {
        lock (opening)
        {
            if (choice.Name is { } name && Find(name) is not null) return null;
            if (opened.Count >= options.Most) Forget();
            if (opened.Count >= options.Most) return null;
            var session = Make(choice with { Name = choice.Name ?? NewName() });
            opened[session.Name] = session;
            return session;
        }
    }

    /// <summary>The key that works in one session only, in the form of one of the vendor's keys.</summary>
    public string KeyOf(Session session, ISessionVendor vendor)
    {
        var key = SessionKeys.Of(vendor.Keys[0], session.Name);
        foreach (var own in vendor.Keys) byKey[vendor.Name + " " + SessionKeys.Of(own, session.Name)] = session;
        return key;
    }

    /// <summary>Closes a session: whatever it held is gone.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Close(string name)
    {
        if (!opened.TryRemove(name, out _)) return false;
        foreach (var vendor in vendors)
            foreach (var own in vendor.Keys) byKey.TryRemove(vendor.Name + " " + SessionKeys.Of(own, name), out _);
        return true;
    }

    /// <summary>Closes the sessions that nobody used for their time to live.</summary>
    public void Forget()
    {
        foreach (var session in opened.Values)
            if (IsForgotten(session)) Close(session.Name);
    }

    private static bool IsForgotten(Session session) => session.Idle > session.TimeToLive;

    private string NewName()
    {
        string name;
        do name = string.Create(CultureInfo.InvariantCulture, $"session-{++made}");
        while (opened.ContainsKey(name));
        return name;
    }

    private Session Make(SessionChoice choice) => new(
        choice.Name!, choice.Population?.Now ?? epoch, choice.Population, options.Journal, choice.TimeToLive ?? options.TimeToLive, SeedOf(choice), machine);

    private ulong SeedOf(SessionChoice choice) =>
        StableHash.Of(choice.Population?.Seed?.Value ?? (vendors.Count > 0 ? vendors[0].Renderer.Population.Seed : 0), choice.Name!);
}
