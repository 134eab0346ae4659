using MockCustomers.Stubs.Inside;

namespace MockCustomers.Stubs.Tests;

/// <summary>What WireMock.Net is told is private to it: this version of it is known to listen.</summary>
public sealed class WireMockPlugInsTests
{
    [Fact]
    public void WireMock_Net_is_told_that_nothing_reads_MIME_messages() => WireMockPlugIns.LeaveOutMime().ShouldBeTrue();
}
