namespace MockCustomers.Faults;

/// <summary>A body that comes in pieces of one size, each after the same pause.</summary>
/// <param name="Pieces">1 and up; a body of fewer bytes has as many as it has bytes.</param>
/// <param name="Time">How long all of it takes.</param>
internal sealed record Dribble(int Pieces, TimeSpan Time);
