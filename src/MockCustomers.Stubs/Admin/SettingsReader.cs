using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Server.Control;
using MockCustomers.Stubs.Mappings;
using WireMock.Admin.Settings;
using static MockCustomers.Stubs.Mappings.AnyCase;

namespace MockCustomers.Stubs.Admin;

/// <summary>Reads WireMock.Net's settings as a user sends them, and keeps those that are not the user's to change.</summary>
internal sealed class SettingsReader(VendorStubs stubs)
{
    private static readonly string[] Refused = ["ReadStaticMappings", "WatchStaticMappings", "SaveUnmatchedRequests", "AllowAutoRedirect", "SaveMappingToFile"];
    private static readonly string[] Secret = ["Authorization", "Proxy-Authorization", "Cookie"];

    /// <summary>The settings to hand on.</summary>
    /// <exception cref="ControlException">Something is wrong with them.</exception>
    public byte[] Read(ReadOnlyMemory<byte> body)
    {
        var mistakes = new DiagnosticBag();
        var place = JsonPlace.Read(body, "", "settings, such as {\"GlobalProcessingDelay\": 100}", mistakes) ?? throw new ControlException(mistakes.Found);
        ModelKeys.Check(place, typeof(SettingsModel));
        foreach (var key in Refused) Refuse(place, key);
        var proxy = Find(place, "ProxyAndRecordSettings");
        if (proxy is not null) CheckProxy(proxy);
        if (!mistakes.IsEmpty) throw new ControlException(mistakes.Found);
        var settings = place.Json!.AsObject();
        Set(settings, "MaxRequestLogCount", 0);
        Set(settings, "UseRegexExtended", false);
        if (proxy?.Json is JsonObject recording) HideSecrets(recording);
        return Encoding.UTF8.GetBytes(settings.ToJsonString());
    }

    private void CheckProxy(JsonPlace proxy)
    {
        foreach (var key in Refused) Refuse(proxy, key);
        if (Find(proxy, "ClientX509Certificate2ThumbprintOrSubjectName") is { AsText.Length: > 0 } certificate) certificate.Report("the sandbox lends no certificates of its machine", "no certificate");
        Find(proxy, "ReplaceSettings")?.Report("the sandbox changes no urls of proxies: it could no longer say whom they call", "a Url that needs no change");
        if (Find(proxy, "Url") is { AsText: { } url } target && stubs.Hosts.Refusal(url) is { } refusal) target.Report(refusal, stubs.Hosts.Remedy);
        if (Find(proxy, "WebProxySettings") is { } web && Find(web, "Address") is { AsText: { } address } between && stubs.Hosts.Refusal(address) is { } other) between.Report(other, stubs.Hosts.Remedy);
    }

    /// <summary>No recording holds a credential.</summary>
    private void HideSecrets(JsonObject recording)
    {
        var asked = recording.FirstOrDefault(pair => pair.Key.Equals("ExcludedHeaders", StringComparison.OrdinalIgnoreCase)).Value as JsonArray ?? [];
        var all = asked.Select(name => (string)name!).Concat(Secret).Append(stubs.Host.Credential.Key).Distinct(StringComparer.OrdinalIgnoreCase);
        Set(recording, "ExcludedHeaders", new JsonArray([.. all.Select(name => JsonValue.Create(name))]));
    }

    private static void Refuse(JsonPlace place, string key)
    {
        if (Find(place, key) is { Json: JsonValue value } found && value.TryGetValue(out bool on) && on) found.Report($"'{key}' is not the sandbox's to do", "false, or nothing: it follows no redirects, and writes and watches no files but those of --stubs");
    }
}
