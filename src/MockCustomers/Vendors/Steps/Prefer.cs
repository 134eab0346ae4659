using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Does what the client prefers (RFC 7240): another status, or a reply that takes its time.</summary>
internal sealed class Prefer(ErrorTemplate errors) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var preferences = Preferences.Of(exchange.Request.Headers);
        if (preferences == default) return Outcome.GoOn;
        var wanted = preferences.Code is { } code ? Wanted(code, exchange) : null;
        exchange.Delay = TimeSpan.FromSeconds(preferences.Wait);
        exchange.Told = [.. exchange.Told, .. Applied(wanted is null ? null : preferences.Code, preferences.Wait)];
        return wanted is null ? Outcome.GoOn : ValueTask.FromResult<Outcome>(wanted);
    }

    /// <summary>The reply with a status: as the vendor words it, or as the spec's example shows it; null when it is the operation's own success.</summary>
    private Reply? Wanted(int code, VendorExchange exchange)
    {
        var operation = exchange.Operation!;
        if (code == operation.Operation.Success?.Status) return null;
        if (errors.Worded(code, exchange.Request, operation) is { } worded) return worded;
        if (operation.Operation.Responses.FirstOrDefault(r => r.Status == code) is { Example: { } example } described)
        {
            PlainJson.Write(example, exchange.Request.Output);
            return new Reply(code, described.MediaType, exchange.Request.Output.Written, []);
        }

        return code >= 400 ? errors.General(code, exchange.Request, operation) : null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Applied(int? code, int wait)
    {
        var applied = new List<string>();
        if (code is not null) applied.Add($"code={code}");
        if (wait > 0) applied.Add($"wait={wait}");
        return applied.Count == 0 ? [] : [KeyValuePair.Create("Preference-Applied", string.Join(", ", applied))];
    }
}
