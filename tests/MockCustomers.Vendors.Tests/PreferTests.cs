using System.Globalization;

namespace MockCustomers.Vendors.Tests;

/// <summary>Every status that a spec describes can be had, by asking for it.</summary>
public sealed class PreferTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    /// <summary>502 to 504 and 429 are those that clients try again after; 418 and 599 are what no vendor has words for.</summary>
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Any_error_status_is_answered_when_it_is_asked_for(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var served in tested.Vendor.Operations)
        {
            foreach (var code in new[] { "400", "409", "418", "422", "429", "500", "502", "503", "504", "599" })
            {
                var answer = await tested.SendAsync(served.Operation.Method, tested.Example(served), ("Prefer", $"code={code}"));
                answer.Status.ToString(CultureInfo.InvariantCulture).ShouldBe(code, $"{served.Operation.Id}: {answer.Text}");
                answer["Preference-Applied"].ShouldBe($"code={code}");
                answer.Text.ShouldNotBeEmpty();
                if (code is "429" or "503") answer["Retry-After"].ShouldNotBeNull($"{served.Operation.Id} {code}");
            }
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_described_status_is_answered_when_it_is_asked_for(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var referee = await Referee.OfAsync(tested);
        var asked = 0;
        foreach (var served in tested.Vendor.Operations)
        {
            foreach (var status in served.Operation.Responses.Select(r => r.Status).Where(s => s > 0 && s != served.Operation.Success?.Status))
            {
                var code = status.ToString(CultureInfo.InvariantCulture);
                var answer = await tested.SendAsync(served.Operation.Method, tested.Example(served), ("Prefer", $"code={code}"));
                answer.Status.ShouldBe(status, $"{served.Operation.Id}: {answer.Text}");
                answer["Preference-Applied"].ShouldBe($"code={code}");
                referee.Violations(served.Operation, answer).ShouldBeEmpty($"{served.Operation.Id} {status}: {answer.Text}");
                asked++;
            }
        }

        if (tested.Vendor.Contract.Operations.Sum(o => o.Responses.Count) > tested.Vendor.Operations.Count) asked.ShouldBeGreaterThan(0);
    }
}
