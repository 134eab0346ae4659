namespace MockCustomers.Server.Control;

/// <summary>Reads the vendors' files again, and serves them when they are good.</summary>
internal sealed class ReloadResource(Func<IReadOnlyList<VendorHost>> hosts, Func<CancellationToken, Task<ReloadReport>> reload) : IControlResource
{
    public IEnumerable<ControlRoute> Routes => [ControlRoute.Async("POST", "/__admin/reload", ReloadAsync)];

    private async ValueTask<ControlAnswer> ReloadAsync(ControlCall call)
    {
        if (hosts().Count == 0) throw ControlException.NotReady;
        var report = await reload(CancellationToken.None);
        return new ControlAnswer(report.IsGood ? 200 : 422, report.ToJson());
    }
}
