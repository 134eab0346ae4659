namespace MockCustomers.Fakes.Names;

/// <summary>What is remarkable about a name; the value is the showcase rank of the customer that shows it.</summary>
internal enum Showpiece
{
    Plain = 0,
    Shortest = 1,
    Longest = 2,
    NonAscii = 3,
    Apostrophe = 4,
    Hyphen = 5,
}
