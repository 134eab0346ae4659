using System.Text.Json.Nodes;

namespace MockCustomers.Tests.Architecture;

/// <summary>specs/vendor.schema.json: its groups of keys, and a manifest that has a place of each.</summary>
internal static class ManifestSchema
{
    /// <summary>A manifest for the template's spec in which every group stands somewhere.</summary>
    public const string Whole = """
        title: Whole
        port: 1
        auth: {scheme: bearer, keys: [{key: key}], legacy: [{scheme: apiKey, header: X-Key}]}
        rateLimit: {requests: 1, window: 60}
        requestId: {header: X-Request-Id, shape: uuid, letters: upper}
        requests: {trailingSlash: refuse, duplicateParameters: last, mediaTypes: json}
        errors:
          body: {message: "{message}"}
          violations: {style: sentence, texts: {default: "{field}"}}
          faults:
            missingCredential: {status: 401}
            noSuchPath: {status: 404}
            methodNotAllowed: {status: 405}
            invalidParameter: {status: 400, variants: {minimum: {code: small}}}
            noSuchCustomer: {status: 404}
            unexpected: {status: 500}
        customer:
          operation: getCustomer
          id: {field: id, shape: ulid, prefix: cus_, letters: lower}
          countries: {US: 1}
          keys: [email]
          kinds: {individual: {share: 1, subject: person}}
          states: {active: {share: 1}, closed: {share: 1}}
          lifecycle:
            first: active
            moves: [{from: [active], to: closed, after: PT1H, share: 50}, {from: [closed], to: active}]
            created: {to: closed, pace: 50}
            sentinels: {field: email, values: {soon: {to: closed, pace: 10}}}
          fields:
            email: {pick: [{fact: email, form: text, share: 1, omit: 1, blank: 1}]}
            first_name: {id: {shape: uuid, letters: upper}}
            last_name: {range: {least: 1, most: 2}}
            phone: {fact: phone, "null": 1, later: {const: "+1", after: PT1H}}
          quirks: [{field: phone, share: 1, as: {fact: phone}}]
          population: 10
        mappings:
          listCustomers: {action: list, paging: {style: offset, size: limit, first: 1, fixed: 10}, filter: {grammar: terms}}
          getCustomer: {action: fetch, expand: {parameter: expand, fields: []}, moves: {approve: {to: active}}, wrap: {tags: {as: name}}}
        webhooks:
          signature: {scheme: svix}
          events: {customer.moved: {on: [moved], to: [active], kinds: [individual]}}
          empty: kept
          retries: [PT5S]
          timeout: PT15S
          delivered: [200]
          id: {shape: ulid, letters: lower}
          subscription: {begins: enabled, most: 1, status: {enabled: active}}
        """;

    /// <summary>Where each group stands in that manifest. tag is not there: nobody reads it.</summary>
    private static readonly Dictionary<string, string> Places = new()
    {
        ["manifest"] = "",
        ["auth"] = "/auth",
        ["legacy"] = "/auth/legacy/0",
        ["key"] = "/auth/keys/0",
        ["rateLimit"] = "/rateLimit",
        ["requestId"] = "/requestId",
        ["requests"] = "/requests",
        ["errors"] = "/errors",
        ["faults"] = "/errors/faults",
        ["words"] = "/errors/faults/invalidParameter",
        ["violations"] = "/errors/violations",
        ["customer"] = "/customer",
        ["id"] = "/customer/id",
        ["kind"] = "/customer/kinds/individual",
        ["state"] = "/customer/states/active",
        ["lifecycle"] = "/customer/lifecycle",
        ["legalMove"] = "/customer/lifecycle/moves/0",
        ["destination"] = "/customer/lifecycle/created",
        ["sentinels"] = "/customer/lifecycle/sentinels",
        ["later"] = "/customer/fields/phone/later",
        ["from"] = "/customer/fields/email/pick/0",
        ["anId"] = "/customer/fields/first_name/id",
        ["range"] = "/customer/fields/last_name/range",
        ["quirk"] = "/customer/quirks/0",
        ["mapping"] = "/mappings/listCustomers",
        ["paging"] = "/mappings/listCustomers/paging",
        ["filter"] = "/mappings/listCustomers/filter",
        ["expand"] = "/mappings/getCustomer/expand",
        ["move"] = "/mappings/getCustomer/moves/approve",
        ["wrap"] = "/mappings/getCustomer/wrap/tags",
        ["webhooks"] = "/webhooks",
        ["webhookSignature"] = "/webhooks/signature",
        ["webhookEvent"] = "/webhooks/events/customer.moved",
        ["idForm"] = "/webhooks/id",
        ["subscription"] = "/webhooks/subscription",
        ["subscriptionStatus"] = "/webhooks/subscription/status",
    };

    public static JsonObject Json { get; } = JsonNode.Parse(Repository.Text("specs", "vendor.schema.json"))!.AsObject();

    /// <summary>Every group of keys by the name of its definition; the root is called manifest.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Groups { get; } = new[] { KeyValuePair.Create("manifest", Json) }
        .Concat(Json["definitions"]!.AsObject().Select(d => KeyValuePair.Create(d.Key, d.Value!.AsObject())))
        .Where(d => d.Value.ContainsKey("properties"))
        .ToDictionary();

    /// <summary>The groups that the readers read.</summary>
    public static IReadOnlyList<string> ReadGroups { get; } =
        [.. Groups.Where(group => group.Value["additionalProperties"]?.GetValue<bool>() == false).Select(group => group.Key)];

    public static IReadOnlyList<string> Keys(string group) => [.. Groups[group]["properties"]!.AsObject().Select(p => p.Key)];

    public static string PlaceOf(string group) => Places[group];

    /// <summary>What a key may hold, a reference followed.</summary>
    public static JsonObject Property(string group, string key)
    {
        var property = Groups[group]["properties"]![key]!.AsObject();
        return property["$ref"] is { } name ? Json["definitions"]![name.GetValue<string>().Split('/')[^1]]!.AsObject() : property;
    }

    /// <summary>The whole manifest with something else in one place.</summary>
    public static JsonNode With(string group, string key, JsonNode? value)
    {
        var manifest = Manifests.Parse(Whole);
        var at = manifest;
        foreach (var step in PlaceOf(group).Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        at[key] = value;
        return manifest;
    }
}
