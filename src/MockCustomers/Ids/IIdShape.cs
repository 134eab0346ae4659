namespace MockCustomers.Ids;

/// <summary>A vendor's form of an id, in one-to-one relation to the customers' numbers.</summary>
internal interface IIdShape
{
    /// <summary>The name that manifests give it.</summary>
    string Name { get; }

    /// <summary>How many ASCII characters an id has, its prefix not counted.</summary>
    int Length { get; }

    /// <summary>Whether letters stand for the same in capitals, as the form's own standard says; an id is written in one case all the same.</summary>
    bool IgnoresCase { get; }

    /// <summary>Writes the id of a customer.</summary>
    /// <param name="number">0 and up.</param>
    /// <param name="created">When the customer was created, as Unix microseconds; for shapes that hold it.</param>
    /// <param name="id">Of <see cref="Length"/>.</param>
    void Write(long number, long created, Span<byte> id);

    /// <summary>The only number that can have this id; whether it has is for the caller to see by writing it. -1 when none can.</summary>
    /// <param name="id">Of <see cref="Length"/>, ASCII.</param>
    long Candidate(ReadOnlySpan<byte> id);
}
