using MockCustomers.Customers;

namespace MockCustomers.Queries;

/// <summary>What is known of a vendor's customers without looking at them.</summary>
/// <param name="Id">The field of the id.</param>
/// <param name="Created">The field of the creation time; null when there is none.</param>
/// <param name="Resolution">What the creation time is told in: so many microseconds.</param>
/// <param name="Keys">The fields by which customers can be found.</param>
/// <param name="Known">For each stratum, by its index, the fields that are the same for all of it: dotted path and value as text.</param>
internal sealed record CustomerFields(
    string Id, string? Created, long Resolution, IReadOnlyList<string> Keys, IReadOnlyList<IReadOnlyDictionary<string, string>> Known)
{
    /// <summary>A name that stands for the state itself, whichever fields show it.</summary>
    public const string State = "$state";

    public string? ValueOf(Stratum stratum, string field) => Known[stratum.Index].GetValueOrDefault(field);
}
