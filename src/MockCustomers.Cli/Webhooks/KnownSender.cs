using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Webhooks;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Cli.Webhooks;

/// <summary>A vendor as a receiver of its webhooks knows it.</summary>
/// <param name="Secret">What it signs with; null where nobody told.</param>
internal sealed record KnownSender(string Vendor, WebhookRules Rules, string? Secret)
{
    /// <summary>The vendors of some settings.</summary>
    /// <param name="secret">null for the API key of the sandbox, where that is the secret.</param>
    public static IReadOnlyList<KnownSender> Of(SandboxSettings settings, string? secret)
    {
        var senders = new List<KnownSender>();
        foreach (var loaded in SandboxFolder.Load(settings))
        {
            using var vendor = loaded.Vendor;
            if (vendor.Webhooks is not { } rules) continue;
            if (secret is not null && settings.Vendors.Count == 1 && rules.Signature.Refusal(secret) is { } refusal)
                throw new FailureException(ExitCode.Usage, $"--secret: '{rules.Signature.Name}' takes no such secret; {refusal}");
            senders.Add(new KnownSender(vendor.Name, rules, secret ?? (rules.IsKeySecret ? vendor.Keys[0] : null)));
        }

        return senders;
    }

    /// <summary>Whether a webhook has the headers of its signature.</summary>
    public bool Signs(ReceivedWebhook received) => Rules.Signature.Headers.Any(header => received.Header(header) is not null);

    /// <summary>The event that a body names; null when it names none.</summary>
    public string? EventOf(ReadOnlyMemory<byte> body)
    {
        if (!PlainJson.TryParse(body.Span, out var json) || json is not JsonObject map) return null;
        var texts = map.Select(property => property.Value).OfType<JsonValue>().Select(value => value.TryGetValue(out string? text) ? text : null);
        return texts.FirstOrDefault(text => text is not null && Rules.Names.Contains(text));
    }
}
