using MockCustomers.Testcontainers;
using MockCustomers.Testing;

namespace MockCustomers.Tests.Hosting;

/// <summary>What Testcontainers would start, and what a started container is asked; no container is started.</summary>
public sealed class TestcontainersTests
{
    [Fact]
    public void A_container_is_made_of_the_image_with_what_was_chosen()
    {
        var vendors = Architecture.Manifests.Vendors;
        var made = new MockCustomersBuilder().WithVendor(vendors[0]).WithVendor(vendors[1]).WithSeed(7).WithPopulation(500).WithNow(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.FromHours(2))).Configuration;
        made.Image.FullName.ShouldBe(MockCustomersBuilder.DefaultImage);
        made.Environments["MOCKCUSTOMERS_VENDOR"].ShouldBe($"{vendors[0]},{vendors[1]}");
        made.Environments["MOCKCUSTOMERS_SEED"].ShouldBe("7");
        made.Environments["MOCKCUSTOMERS_POPULATION"].ShouldBe("500");
        made.Environments["MOCKCUSTOMERS_NOW"].ShouldBe("2026-03-01T00:00:00Z");
        made.Environments["MOCKCUSTOMERS_ADMIN_TOKEN"].ShouldNotBeNullOrEmpty();
        foreach (var vendor in vendors) made.PortBindings.Keys.ShouldContain($"{MockCustomersBuilder.ControlPort + Architecture.Manifests.Document(vendor)["port"]!.GetValue<int>()}");
        made.WaitStrategies.ShouldNotBeEmpty();
        new MockCustomersBuilder("elsewhere/mockcustomers:1").WithSeed("july").Configuration.Image.FullName.ShouldBe("elsewhere/mockcustomers:1");
    }

    [Fact]
    public async Task A_container_is_asked_where_a_vendor_is_and_with_which_credential()
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.Only(Architecture.Manifests.Vendors[0]).With(settings => settings with { AdminToken = "secret" }));
        var vendor = sandbox.Vendor(Architecture.Manifests.Vendors[0]);
        var card = await VendorCard.FindAsync(new Uri(sandbox.Control), "secret", vendor.Name, TestContext.Current.CancellationToken);
        card.BaseUrl.ShouldBe(new Uri(vendor.BaseUrl));
        card.Credential.ShouldBe(vendor.Credential);
        (await Should.ThrowAsync<ArgumentException>(() => VendorCard.FindAsync(new Uri(sandbox.Control), "secret", "nobody", TestContext.Current.CancellationToken))).Message
            .ShouldContain($"the sandbox serves no 'nobody'; it serves {vendor.Name}");
    }
}
