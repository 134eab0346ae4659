using System.Text.Json;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Rules of one kind.</summary>
internal interface ICheck
{
    /// <param name="wrong">Told the rule that is broken, and by what.</param>
    void Check(JsonElement customer, Action<string, string> wrong);
}
