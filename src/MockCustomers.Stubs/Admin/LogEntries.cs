using System.Text;
using JsonConverter.Abstractions;
using JsonConverter.Newtonsoft.Json;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Server.Control;
using WireMock.Admin.Requests;
using WireMock.Matchers.Request;

namespace MockCustomers.Stubs.Admin;

/// <summary>Writes exchanges of the journal in WireMock.Net's shapes.</summary>
internal static class LogEntries
{
    private static readonly NewtonsoftJsonConverter Json = new();

    /// <param name="url">The vendor's.</param>
    /// <param name="titleOf">The title of a stub; null where it has none, or is gone.</param>
    public static LogEntryModel Of(JournalEntry entry, string url, Func<Guid, string?> titleOf)
    {
        var stub = Guid.TryParse(entry.Stub, out var id) ? id : (Guid?)null;
        var score = RequestsResource.IsUnmatched(entry) ? 0 : 1;
        return new LogEntryModel
        {
            Guid = EntryId.Of(entry),
            Request = RequestOf(entry, url),
            Response = new LogResponseModel { StatusCode = entry.Status, DateTime = entry.At.UtcDateTime },
            MappingGuid = stub,
            MappingTitle = stub is { } known ? titleOf(known) : null,
            RequestMatchResult = new LogRequestMatchModel { TotalScore = score, TotalNumber = 1, IsPerfectMatch = score == 1, AverageTotalScore = score },
        };
    }

    public static LogRequestModel RequestOf(JournalEntry entry, string url)
    {
        var message = new EntryMessage(entry, url);
        return new LogRequestModel
        {
            ClientIP = message.ClientIP,
            DateTime = message.DateTime,
            Path = message.Path,
            AbsolutePath = message.AbsolutePath,
            Url = message.Url,
            AbsoluteUrl = message.AbsoluteUrl,
            Query = message.Query,
            Method = message.Method,
            HttpVersion = message.HttpVersion,
            Headers = message.Headers,
            Cookies = message.Cookies,
            Body = message.Body,
            BodyAsJson = message.BodyAsJson,
            DetectedBodyType = message.DetectedBodyType,
        };
    }

    public static LogRequestMatchModel ResultOf(IRequestMatchResult? result) => new()
    {
        TotalScore = result?.TotalScore ?? 0,
        TotalNumber = result?.TotalNumber ?? 0,
        IsPerfectMatch = result?.IsPerfectMatch ?? false,
        AverageTotalScore = result?.AverageTotalScore ?? 0,
        MatchDetails = result?.MatchDetails ?? [],
    };

    /// <summary>A reply with a model as WireMock.Net writes it.</summary>
    public static Reply Write(object model) =>
        new(200, "application/json", Encoding.UTF8.GetBytes(Json.Serialize(model, new JsonConverterOptions { WriteIndented = true, IgnoreNullValues = true })), []);
}
