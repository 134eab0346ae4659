using System.Net;
using Microsoft.AspNetCore.Connections;

namespace MockCustomers.Stubs.Inside;

/// <summary>Lets a Kestrel start that listens nowhere: nothing is bound, and no connection ever comes.</summary>
internal sealed class NoListeners : IConnectionListenerFactory
{
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => ValueTask.FromResult<IConnectionListener>(new Listener(endpoint));

    private sealed class Listener(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> never = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => new(never.Task);

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            never.TrySetResult(null);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
