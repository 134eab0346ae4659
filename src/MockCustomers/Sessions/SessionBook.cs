using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using MockCustomers.Customers;
using MockCustomers.Store;
using MockCustomers.Webhooks;

namespace MockCustomers.Sessions;

/// <summary>All sessions of a sandbox: the default one, and those that tests opened.</summary>
/// <remarks>Bounded in number; one that nobody used for its time to live is closed within a minute, and never found before that.</remarks>
internal sealed class SessionBook : IDisposable
{
    /// <summary>The name of the session of requests that name none.</summary>
    public const string DefaultName = "default";

    private const int LongestName = 64;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    private readonly SessionOptions options;
    private readonly long epoch;
    private readonly TimeProvider machine;
    private readonly ConcurrentDictionary<string, Session> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Session> byKey = new(StringComparer.Ordinal);
    private readonly Lock opening = new();
    private readonly ulong seed;
    private readonly long started;
    private volatile IReadOnlyList<ISessionVendor> vendors;
    private volatile bool hasKeys;
    private ITimer? sweep;
    private long made;

    /// <param name="epoch">The sandbox's date, as Unix microseconds.</param>
    /// <param name="vendors">Those for which a session that is opened gets keys.</param>
    /// <param name="machine">The machine's clock, for idle times; null for the system's.</param>
    /// <param name="started">A reading of the machine's clock at the sandbox's date; null for now.</param>
    public SessionBook(SessionOptions options, long epoch, IReadOnlyList<ISessionVendor> vendors, TimeProvider? machine = null, long? started = null)
    {
        this.options = options;
        this.epoch = epoch;
        this.vendors = vendors;
        seed = vendors.Count > 0 ? vendors[0].Renderer.Population.Seed : 0;
        this.machine = machine ?? TimeProvider.System;
        this.started = started ?? this.machine.GetTimestamp();
        Default = Make(new SessionChoice(DefaultName));
    }

    /// <summary>Makes what takes a session's webhooks to their receivers; null where nothing does.</summary>
    public Func<Session, IOutbox>? Outboxes { get; init; }

    /// <summary>The machine's own clock.</summary>
    internal TimeProvider Machine => machine;

    /// <summary>The session of requests that name none; it is never forgotten.</summary>
    public Session Default { get; }

    /// <summary>The default session first, then the others by their names.</summary>
    public IReadOnlyList<Session> All => [Default, .. opened.Values.OrderBy(session => session.Name, StringComparer.Ordinal)];

    /// <summary>How many there are, the default one among them.</summary>
    public int Count => 1 + opened.Count;

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

    /// <summary>The session in which a key works; null when it belongs to no session.</summary>
    /// <remarks>Every request asks. An empty dictionary that is asked whether it is empty takes all of its locks, so that requests would wait for each other.</remarks>
    internal Session? OfKey(string vendor, string key) =>
        hasKeys && byKey.TryGetValue(vendor + " " + key, out var session) ? session : null;

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
            sweep ??= machine.CreateTimer(static book => ((SessionBook)book!).Forget(), this, BetweenSweeps, BetweenSweeps);
            return session;
        }
    }

    /// <summary>The key that works in one session only, in the form of one of the vendor's keys.</summary>
    public string KeyOf(Session session, ISessionVendor vendor)
    {
        var key = SessionKeys.Of(vendor.Keys[0], session.Name);
        hasKeys = true;
        foreach (var own in vendor.Keys) byKey[vendor.Name + " " + SessionKeys.Of(own, session.Name)] = session;
        return key;
    }

    /// <summary>Closes a session: whatever it held is gone.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Close(string name)
    {
        if (!opened.TryRemove(name, out var session)) return false;
        session.Close();
        foreach (var vendor in vendors) Forget(vendor, name);
        return true;
    }

    /// <summary>Goes on with a vendor as its files are now, or with one that is new.</summary>
    /// <returns>By session, what clients wrote and what does not fit.</returns>
    public IReadOnlyList<(string Session, LostWrite Lost)> Replace(ISessionVendor vendor)
    {
        lock (opening)
        {
            var before = vendors.FirstOrDefault(known => known.Name == vendor.Name);
            vendors = [.. vendors.Where(known => known != before), vendor];
            if (before is not null) before.Successor = vendor;
            var lost = new List<(string, LostWrite)>();
            foreach (var session in All)
            {
                if (before is not null && Forget(before, session.Name)) KeyOf(session, vendor);
                lost.AddRange(session.Replace(vendor).Select(write => (session.Name, write)));
            }

            return lost;
        }
    }

    /// <summary>Goes on without a vendor: what clients wrote there is gone.</summary>
    public void Remove(ISessionVendor vendor)
    {
        lock (opening)
        {
            vendors = [.. vendors.Where(known => known.Name != vendor.Name)];
            foreach (var session in All)
            {
                Forget(vendor, session.Name);
                session.Leave(vendor.Name);
            }
        }
    }

    /// <summary>Forgets the keys of a vendor that work in one session only.</summary>
    /// <returns>Whether there were any.</returns>
    private bool Forget(ISessionVendor vendor, string session)
    {
        var had = false;
        foreach (var own in vendor.Keys) had |= byKey.TryRemove(vendor.Name + " " + SessionKeys.Of(own, session), out _);
        return had;
    }

    /// <summary>Closes the sessions that nobody used for their time to live.</summary>
    public void Forget()
    {
        foreach (var session in opened.Values)
            if (IsForgotten(session)) Close(session.Name);
    }

    /// <summary>Closes forgotten sessions no longer by itself, and no timer of a session is due any more.</summary>
    public void Dispose()
    {
        sweep?.Dispose();
        foreach (var session in All) session.Clock.Dispose();
    }

    private static bool IsForgotten(Session session) => session.Idle > session.TimeToLive;

    private string NewName()
    {
        string name;
        do name = string.Create(CultureInfo.InvariantCulture, $"session-{++made}");
        while (opened.ContainsKey(name));
        return name;
    }

    private Session Make(SessionChoice choice)
    {
        var session = new Session(
            choice.Name!, choice.Population?.Now ?? Today, choice.Population, options.Journal, choice.TimeToLive ?? options.TimeToLive, SeedOf(choice), machine, choice.Pace ?? ClockPace.Of(options.Clock));
        // The default one is made before it is known what takes its webhooks along: that is asked for when there is a subscription.
        session.Subscriptions.MakeOutbox = () => Outboxes?.Invoke(session);
        return session;
    }

    /// <summary>The time at which a session begins that names none: the sandbox's date, which goes on where the clocks are real.</summary>
    private long Today => options.Clock == ClockMode.Real ? epoch + machine.GetElapsedTime(started).Ticks / TimeSpan.TicksPerMicrosecond : epoch;

    private ulong SeedOf(SessionChoice choice) =>
        StableHash.Of(choice.Population?.Seed?.Value ?? seed, choice.Name!);
}
