using System.Text.Json.Nodes;
using MockCustomers.Testing;
using MockCustomers.Whole.Tests.JavaScript;

namespace MockCustomers.Whole.Tests.Exports;

/// <summary>What is exported is taken by the tools that it is for, and says what the sandbox says.</summary>
public sealed class ExportTests
{
    private static readonly string[] Msws = ["msw", "msw3"];

    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors];

    public static TheoryData<string, string> VendorsAndMsw => new(RepositoryFiles.Vendors.SelectMany(vendor => Msws.Select(msw => (vendor, msw))));

    public static TheoryData<string, string> VendorsAndForms => new(RepositoryFiles.Vendors.SelectMany(vendor => Exported.Forms.Select(form => (vendor, form))));

    [NodeTheory, MemberData(nameof(VendorsAndMsw))]
    public async Task Handlers_for_msw_answer_as_the_sandbox_does(string vendor, string msw)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Of("node_modules"));
        Directory.CreateSymbolicLink(folder.Of("node_modules", "msw"), Path.Combine(NodeProject.Clients, "node_modules", msw));
        File.Copy(Path.Combine(NodeProject.Clients, "exports", "msw.mjs"), folder.Of("msw.mjs"));
        await using var sandbox = await StartAsync(vendor);
        await Exported.WriteAsync(vendor, "msw", folder.Of("handlers.mjs"));
        var requests = new MswRequests(sandbox.Host(vendor)).All();
        folder.Write(requests.ToJsonString(), "requests.json");
        (await OtherProgram.RunAsync(folder.Path, null, "node", "msw.mjs", "requests.json", sandbox.Vendor(vendor).BaseUrl)).ShouldContain($"{requests.Count} compared");
        requests.Count.ShouldBeGreaterThan(Exported.Customers);
    }

    [NodeTheory, MemberData(nameof(Vendors))]
    public async Task A_database_for_json_server_lists_and_gets_every_customer(string vendor)
    {
        using var project = new NodeProject();
        await using var sandbox = await StartAsync(vendor);
        await Exported.WriteAsync(vendor, "json", project.Of("db.json"));
        project.Take("exports", "json-server.mjs");
        var id = sandbox.Host(vendor).Vendor.IdField;
        project.Write(new JsonArray([.. sandbox.Vendor(vendor).Customers.Newest(Exported.Customers).Select(JsonNode? (customer) => customer.Json)]).ToJsonString(), "expected.json");
        (await OtherProgram.RunAsync(project.Folder, null, "node", "json-server.mjs", id)).ShouldContain($"{Exported.Customers} compared");
    }

    [NodeTheory, MemberData(nameof(Vendors))]
    public async Task A_Postman_collection_passes_against_the_sandbox(string vendor)
    {
        using var project = new NodeProject();
        await using var sandbox = await StartAsync(vendor);
        var items = JsonNode.Parse(await Exported.WriteAsync(vendor, "postman", project.Of("collection.json"), "--base-url", sandbox.Vendor(vendor).BaseUrl))!["item"]!.AsArray();
        items.Count.ShouldBe(sandbox.Host(vendor).Vendor.Operations.Count + 2);
        var told = await project.RunAsync("newman/bin/newman.js", "run", "collection.json", "--reporters", "json", "--reporter-json-export", "run.json");
        var run = JsonNode.Parse(await File.ReadAllTextAsync(project.Of("run.json")))!["run"]!;
        ((int)run["stats"]!["assertions"]!["total"]!).ShouldBe(items.Count, told);
        ((int)run["stats"]!["assertions"]!["failed"]!).ShouldBe(0, told);
        sandbox.Vendor(vendor).Calls.Count().ShouldBe(items.Count);
        foreach (var (item, call) in items.Zip(sandbox.Vendor(vendor).Calls)) call.Status.ShouldBe((int)item!["response"]![0]!["code"]!, $"{item["name"]}");
    }

    [NodeTheory, MemberData(nameof(Vendors))]
    public async Task A_file_of_requests_is_answered_as_its_lines_say(string vendor)
    {
        using var project = new NodeProject();
        await using var sandbox = await StartAsync(vendor);
        var text = await Exported.WriteAsync(vendor, "http", project.Of("requests.http"), "--base-url", sandbox.Vendor(vendor).BaseUrl);
        await project.RunAsync("httpyac/bin/httpyac.js", "send", "requests.http", "--all", "--no-color", "--output", "short");
        var expected = text.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        expected.Count.ShouldBe(sandbox.Host(vendor).Vendor.Operations.Count);
        sandbox.Vendor(vendor).Calls.Select(call => call.Status).ShouldBe(expected);
        expected.ShouldAllBe(status => status < 300);
    }

    [NodeTheory, MemberData(nameof(Vendors))]
    public async Task An_archive_is_one_and_holds_every_customer(string vendor)
    {
        using var project = new NodeProject();
        await Exported.WriteAsync(vendor, "har", project.Of("archive.har"));
        project.Take("exports", "har.mjs");
        (await OtherProgram.RunAsync(project.Folder, null, "node", "har.mjs", "archive.har")).ShouldContain("a valid archive");
        var entries = JsonNode.Parse(await File.ReadAllTextAsync(project.Of("archive.har")))!["log"]!["entries"]!.AsArray();
        await using var sandbox = await StartAsync(vendor);
        foreach (var customer in sandbox.Vendor(vendor).Customers.Newest(Exported.Customers))
            entries.Count(entry => $"{entry!["request"]!["url"]}".EndsWith($"/{customer.Id}", StringComparison.Ordinal) && (int)entry["response"]!["status"]! == 200).ShouldBeGreaterThan(0, customer.Id);
        entries.Select(entry => $"{entry!["comment"]}").Distinct().Count().ShouldBe(sandbox.Host(vendor).Vendor.Operations.Count);
        entries.ShouldContain(entry => (int)entry!["response"]!["status"]! == 401);
        entries.ShouldContain(entry => (int)entry!["response"]!["status"]! == 404);
    }

    [NodeFact]
    public async Task A_browser_without_a_sandbox_is_answered_from_an_archive()
    {
        Assert.SkipUnless(Chromium.File is not null, "no chromium on this machine");
        using var project = new NodeProject();
        project.Take("exports", "browser.mjs");
        foreach (var vendor in RepositoryFiles.Vendors) await Exported.WriteAsync(vendor, "har", project.Of($"{vendor}.har"));
        (await OtherProgram.RunAsync(project.Folder, null, "node", ["browser.mjs", Chromium.File!, .. RepositoryFiles.Vendors])).ShouldContain($"{RepositoryFiles.Vendors.Count} archives");
    }

    [Theory, MemberData(nameof(VendorsAndForms))]
    public async Task It_is_the_same_in_every_run_and_another_one_for_another_seed(string vendor, string form)
    {
        using var folder = new TemporaryFolder();
        var text = await Exported.WriteAsync(vendor, form, folder.Of("one"));
        (await Exported.WriteAsync(vendor, form, folder.Of("two"))).ShouldBe(text);
        (await Exported.WriteAsync(vendor, form, folder.Of("three"), "--seed", "july", "--count", "3")).ShouldNotBe(text);
        text.ShouldNotContain("\r");
    }

    private static Task<Sandbox> StartAsync(string vendor) => Sandbox.StartAsync(o => o.Only(vendor).Population(Exported.Customers));
}
