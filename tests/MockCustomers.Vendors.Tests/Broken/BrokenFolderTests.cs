namespace MockCustomers.Vendors.Tests.Broken;

public sealed class BrokenFolderTests
{
    public static TheoryData<string> Cases() =>
        [.. Directory.GetFiles(BrokenFolder.Cases, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void A_mistake_is_told_with_file_pointer_and_remedy(string mistake)
    {
        using var folder = BrokenFolder.Of(mistake);
        var (missing, surplus) = folder.Differences();
        string.Join('\n', [.. missing.Select(line => "missing: " + line), .. surplus.Select(line => "surplus: " + line)]).ShouldBe("", folder.Sentence);
    }

    [Fact]
    public void The_folder_that_is_broken_so_often_is_good()
    {
        using var folder = BrokenFolder.Of();
        folder.Told().ShouldBeEmpty();
    }

    [Fact]
    public void There_are_many_mistakes_to_make() => Cases().Count.ShouldBeGreaterThan(40);
}
