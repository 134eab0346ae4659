using System.Security.Cryptography;
using FsCheck.Xunit;
using MockCustomers.Server.Reference;

namespace MockCustomers.Tests.Reference;

/// <summary>The framework's SHA-256 is the judge.</summary>
public sealed class FileSumTests
{
    [Property]
    public void A_sum_is_the_frameworks(byte[] content) => FileSum.Of(content).ShouldBe(Judge(content));

    /// <summary>Up to three blocks of 64 bytes: the end of a content and its length take one block more from 56 bytes on.</summary>
    [Fact]
    public void So_is_that_of_every_length_to_three_blocks()
    {
        foreach (var length in Enumerable.Range(0, (3 * 64) + 1))
        {
            var content = new byte[length];
            Array.Fill(content, (byte)0xA5);
            FileSum.Of(content).ShouldBe(Judge(content), $"{length} bytes");
        }
    }

    [Fact]
    public void And_that_of_a_large_file()
    {
        var content = new byte[1_000_003];
        new Random(1).NextBytes(content);
        FileSum.Of(content).ShouldBe(Judge(content));
    }

    private static string Judge(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
