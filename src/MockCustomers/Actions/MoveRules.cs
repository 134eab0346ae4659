using MockCustomers.Exchange;

namespace MockCustomers.Actions;

/// <summary>The moves of an operation.</summary>
/// <param name="By">The body's property that chooses the move; null when there is one move.</param>
/// <param name="Moves">The first that the customer's state allows is taken, of those that a request chooses.</param>
/// <param name="Otherwise">The fault of a move that the customer's state does not allow.</param>
internal sealed record MoveRules(string? By, IReadOnlyList<Move> Moves, FaultKind Otherwise)
{
    /// <summary>The first move of a name that a state allows; null when it allows none.</summary>
    public Move? Allowed(string name, string state)
    {
        foreach (var move in Moves)
            if ((By is null || move.Name == name) && move.Allows(state)) return move;
        return null;
    }
}
