using System.Globalization;
using System.Text.Json;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>created is not after updated, and updated is not after the sandbox's date.</summary>
internal sealed class TimeChecks(Expectations expected, DateTimeOffset now) : ICheck
{
    public void Check(JsonElement customer, Action<string, string> wrong)
    {
        if (expected.Times is not { } times) return;
        var (created, updated) = (Time(customer, times.Created, times.Unix), Time(customer, times.Updated, times.Unix));
        if (created is null || updated is null) wrong("created and updated are times", "");
        else if (created > updated) wrong("created is not after updated", $"{created:O}");
        else if (updated > now) wrong("updated is not after now", $"{updated:O}");
    }

    public static DateTimeOffset? Time(JsonElement customer, string path, bool unix)
    {
        var value = Paths.At(customer, path).FirstOrDefault();
        if (unix) return value.ValueKind == JsonValueKind.Number ? DateTimeOffset.FromUnixTimeSeconds(value.GetInt64()) : null;
        return value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
