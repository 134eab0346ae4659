using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>A sandbox that is slow to answer, until this is disposed of: what people do meanwhile is done in what they see.</summary>
internal sealed class HeldAnswers : IAsyncDisposable
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task PassAsync(IRoute route)
    {
        if (route.Request.Method == "GET") await released.Task;
        await route.ContinueAsync();
    }

    public ValueTask DisposeAsync()
    {
        released.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
