using System.Globalization;
using System.Text.RegularExpressions;
using WireMock.Admin.Requests;
using WireMock.Logging;

namespace MockCustomers.Stubs.Inside;

/// <summary>Reads from WireMock.Net's log what it tells nowhere else: which stub matched, and what failed.</summary>
/// <param name="onTrouble">Told of stubs that could not be judged and of webhooks that failed: the stub's id, where it is known, and what happened.</param>
internal sealed partial class CallLog(Action<Guid?, string> onTrouble) : IWireMockLogger
{
    public void Debug(string formatString, params object[] args)
    {
    }

    public void Info(string formatString, params object[] args)
    {
    }

    public void Warn(string formatString, params object[] args)
    {
        if (formatString.StartsWith("Sending message to Webhook", StringComparison.Ordinal)) onTrouble(IdIn(formatString), formatString);
    }

    public void Error(string formatString, params object[] args) => Failed(args.Length == 0 ? formatString : string.Format(CultureInfo.InvariantCulture, formatString, args));

    public void Error(string message, Exception exception) => Failed($"{message}: {exception.Message}");

    public void DebugRequestResponse(LogEntryModel logEntryModel, bool isAdminRequest)
    {
        if (StubCall.Current is not { } call) return;
        call.Matched = logEntryModel.MappingGuid;
        call.Title = logEntryModel.MappingTitle;
    }

    private void Failed(string message)
    {
        var isOfAnswer = message.StartsWith("Providing a Response", StringComparison.Ordinal) || message.StartsWith("HttpStatusCode set to", StringComparison.Ordinal);
        if (isOfAnswer && StubCall.Current is { } call) call.Failure ??= message;
        else onTrouble(IdIn(message), message);
    }

    private static Guid? IdIn(string message) => Id().Match(message) is { Success: true } found ? Guid.Parse(found.Groups[1].ValueSpan) : null;

    [GeneratedRegex("Mapping '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'")]
    private static partial Regex Id();
}
