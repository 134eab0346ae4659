using System.Reflection;
using MockCustomers.Tests.Architecture;
using PublicApiGenerator;

namespace MockCustomers.Tests.Approval;

/// <summary>What others build on changes only when somebody has read the change.</summary>
public sealed class ApprovalTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };

    /// <summary>The projects of src that are packed for others to call; the command is run, not called.</summary>
    public static TheoryData<string> Packed =>
        [.. Repository.Projects.Select(file => Path.GetFileNameWithoutExtension(file)).Where(project => project != "MockCustomers.Cli")];

    [Fact]
    public void There_are_packages_to_look_at()
    {
        Packed.Count.ShouldBeGreaterThanOrEqualTo(5);
        Packed.Count(project => Assembly.Load(project.Data).GeneratePublicApi(Options).Length > 0).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory, MemberData(nameof(Packed))]
    public void A_package_shows_what_it_did(string project)
    {
        var surface = Assembly.Load(project).GeneratePublicApi(Options);
        Approved.Matches(project, surface.Length == 0 ? "nothing is public\n" : surface);
    }

    [Fact]
    public void The_manifest_has_the_keys_that_it_had()
    {
        var keys = ManifestSchema.Groups.SelectMany(group => ManifestSchema.Keys(group.Key).Select(key => $"{group.Key}.{key}")).ToList();
        keys.ShouldNotBeEmpty();
        Approved.Matches("manifest-keys", string.Join('\n', keys));
    }
}
