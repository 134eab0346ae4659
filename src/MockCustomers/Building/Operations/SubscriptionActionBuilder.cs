using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Webhooks;

namespace MockCustomers.Building.Operations;

/// <summary>Builds the actions of a vendor's own endpoints for webhooks.</summary>
internal static class SubscriptionActionBuilder
{
    public static readonly string[] Names = ["changeSubscription", "fetchSubscription", "listSubscriptions", "subscribe", "unsubscribe"];

    private static readonly string[] OfOne = ["subscription", .. SubscriptionValues.Placeholders];

    /// <summary>Whether a mapping is about one subscription that is there already.</summary>
    public static bool IsOfOne(MappingManifest mapping) => Names.Contains(mapping.Action) && mapping.Action is not ("subscribe" or "listSubscriptions");

    /// <summary>The path parameter that names a subscription; null where there is only one.</summary>
    public static string? IdParameter(MappingManifest mapping, Operation operation)
    {
        var names = operation.Parameters.Where(p => p.In == ParameterLocation.Path).Select(p => p.Name).ToList();
        return mapping.Id ?? (names.Count == 1 ? names[0] : null);
    }

    public static IAction? Build(MappingManifest mapping, Operation operation, Response success, WebhookRules rules, VendorManifest vendor)
    {
        if (mapping.Action == "listSubscriptions")
            return new ListSubscriptionsAction(rules.Subscriptions, SuccessTemplateBuilder.Build(success, mapping, "{subscriptions}", ListSubscriptionsAction.Placeholders), vendor.Name);
        var set = new JsonObject();
        foreach (var (key, value) in mapping.Write.Set) set[key] = value.Json?.DeepClone();
        var reader = new SubscriptionReader(rules, set, mapping.Write.Ignore);
        var one = SuccessTemplateBuilder.Build(success, mapping, "{subscription}", OfOne);
        if (mapping.Action == "subscribe") return new SubscribeAction(rules, reader, one, vendor.Name, vendor.Auth.Keys.Count > 0 ? vendor.Auth.Keys[0].Key : "");
        var target = new SubscriptionTarget(vendor.Name, IdParameter(mapping, operation));
        if (target.Parameter is null && rules.Subscriptions.Most > 1)
        {
            mapping.Node.Report("it is not clear which subscription this is about", "id: a parameter of the path; or webhooks: subscription: most: 1");
            return null;
        }

        if (vendor.Mappings.All(other => other.Action != "subscribe"))
        {
            mapping.Node.Report("no operation makes subscriptions", "action: subscribe, for the operation that makes them");
            return null;
        }

        return mapping.Action switch
        {
            "fetchSubscription" => new FetchSubscriptionAction(rules.Subscriptions, target, one),
            "changeSubscription" => new ChangeSubscriptionAction(rules.Subscriptions, reader, target, one),
            _ => new UnsubscribeAction(rules.Subscriptions, target, one),
        };
    }
}
