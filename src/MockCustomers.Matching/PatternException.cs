namespace MockCustomers.Matching;

/// <summary>A pattern that turned out to be unanswerable when it met a request: it takes too long, or refers to what is not there.</summary>
internal sealed class PatternException(string message) : Exception(message);
