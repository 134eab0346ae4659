using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>The signatures of webhooks are judged by others: by Svix's own library, and by a keyed hash that Node makes as the vendors' pages describe it.</summary>
/// <remarks>Clients/webhooks/JUDGE.mjs receives them; npm brings svix.</remarks>
public sealed class WebhookJudgeTests
{
    private const int Webhooks = 3;

    private static string Judges => RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients", "webhooks");

    public static TheoryData<string, string> Judged => new()
    {
        { "hmac-sha256-hex", "hmac sha256" },
        { "hmac-sha512-hex", "hmac sha512" },
        { "standard-webhooks", "svix" },
        { "svix", "svix" },
    };

    [NodeTheory, MemberData(nameof(Judged))]
    public async Task A_signature_is_right_to_those_who_did_not_make_it(string scheme, string judge)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var judged = 0;
        foreach (var vendor in sandbox.Vendors.Where(name => sandbox.Host(name).Vendor.Webhooks!.Signature.Name == scheme))
        {
            var rules = sandbox.Host(vendor).Vendor.Webhooks!;
            var secret = rules.IsKeySecret ? sandbox.Host(vendor).Vendor.Keys[0] : rules.Signature.MakeSecret(7);
            using var program = new OtherProgram(Judges, new Dictionary<string, string>(), "node", [$"{judge.Split(' ')[0]}.mjs", $"{Webhooks}", secret, .. judge.Split(' ')[1..], rules.Signature.Headers[0]]);
            await program.WritesAsync("/hook.");
            var url = program.Output.Split(' ').Last(word => word.StartsWith("http://", StringComparison.Ordinal)).Trim().TrimEnd('.');
            using var control = sandbox.ControlClient();
            var (status, text) = await control.PostJsonAsync("__admin/webhooks", new JsonObject { ["vendor"] = vendor, ["url"] = url, ["secret"] = secret }.ToJsonString());
            status.ShouldBe(201, text);
            await WriteAsync(sandbox, vendor);
            (await program.EndAsync()).ExitCode.ShouldBe(0, program.Told);
            program.Told.ShouldContain("whole round");
            judged++;
        }

        judged.ShouldBe(1, scheme);
    }

    /// <summary>Lets something become of customers: makes some, or takes some that are there a step along their lifecycle.</summary>
    private static async Task WriteAsync(Sandbox sandbox, string vendor)
    {
        var host = sandbox.Host(vendor);
        using var client = sandbox.Vendor(vendor).CreateClient();
        client.BaseAddress = new Uri(host.Url);
        var changes = host.Vendor.Webhooks!.Events.SelectMany(rule => rule.On).ToHashSet();
        if (changes.Contains(Events.CustomerChange.Created))
        {
            // What may be somebody's only is another one's each time.
            var create = host.Vendor.Operations.First(served => served.ActionName == "create");
            for (var i = 0; i < Webhooks; i++)
            {
                var body = host.Vendor.Example(create).Body!;
                foreach (var (name, value) in body.ToList())
                    if (name is "email" or "reference" or "external_id") body[name] = $"{i}{value}";
                var (status, text) = await client.PostJsonAsync(host.Vendor.Example(create).Target, body.ToJsonString());
                status.ShouldBeInRange(200, 299, text);
            }

            return;
        }

        var move = host.Vendor.Operations.First(served => served is { ActionName: "move", IdParameter: not null });
        for (var place = 0; place < 50; place++) await client.PostJsonAsync(move.Template.Fill(_ => host.Customers.IdOf(host.Customers.Everybody[place])), "");
    }
}
