using MockCustomers.Customers;
using MockCustomers.Lifecycles;

namespace MockCustomers.Store;

/// <summary>A customer that is kept: a documented example, one that a client created, or one of the population that a client changed.</summary>
internal sealed record CustomerDocument
{
    public required string Id { get; init; }

    /// <summary>Out of which whatever it does not hold itself is drawn.</summary>
    public required CustomerNumber Number { get; init; }

    /// <summary>The customer, compact, as it is served.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Unix microseconds; <see cref="long.MaxValue"/> where the vendor's customers have no creation time.</summary>
    public required long Created { get; init; }

    /// <summary>The kind and state that its fields show.</summary>
    public required StratumName Stratum { get; init; }

    /// <summary>Since when it is in its state, as Unix microseconds; the beginning of all time where nobody knows.</summary>
    public long Since { get; init; } = long.MinValue;

    /// <summary>How it came into its state, that state last; empty where it was created in it, and where nobody knows.</summary>
    public IReadOnlyList<Step> Past { get; init; } = [];

    /// <summary>What becomes of it by itself, soonest first.</summary>
    public IReadOnlyList<Step> Course { get; init; } = [];

    /// <summary>When a field of it changes though its state stays, as Unix microseconds; the end of all time for never.</summary>
    public long Matures { get; init; } = long.MaxValue;

    /// <summary>What a documented example becomes, at its <see cref="Since"/>; null when it stays as it is.</summary>
    public CustomerDocument? Later { get; init; }

    /// <summary>A documented example as it is at a time.</summary>
    public CustomerDocument At(long now) => Later is { } later && later.Since <= now ? later.At(now) : this;

    /// <summary>When it next becomes another one by itself, as Unix microseconds; the end of all time for never.</summary>
    public long Due => Later?.Since ?? (Course.Count > 0 && !IsGone ? Math.Min(Course[0].At, Matures) : IsGone ? long.MaxValue : Matures);

    /// <summary>Whether its fields contradict what is known of all customers of its stratum: then nothing about it is known without a look at it.</summary>
    public bool IsOdd { get; init; }

    /// <summary>What made it: the fixture's file#pointer, or the operation that last wrote it.</summary>
    public required string Origin { get; init; }

    /// <summary>Whether a client wrote it; else it is a documented example as its vendor prints it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>How many customers of the population stand before it in the list of everybody.</summary>
    public long Place { get; init; }

    /// <summary>Counts what clients created; later ones stand before earlier ones of the same time.</summary>
    public long Sequence { get; init; }

    /// <summary>What other customers must not have, and what it can be found by: field and value.</summary>
    public IReadOnlyList<DocumentKey> Keys { get; init; } = [];

    /// <summary>Whether it was deleted for good: nobody finds it.</summary>
    public bool IsGone { get; init; }
}
