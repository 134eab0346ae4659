using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace MockCustomers.Testing;

/// <summary>Lets the clients that IHttpClientFactory makes call a world instead of the network.</summary>
public static class HttpClientBuilderExtensions
{
    /// <summary>
    /// Requests to the vendors' real hosts (https://api.acme.example) are answered in memory, by <see cref="SandboxSession.CreateHandler"/>; the clients' own
    /// handlers, such as retries, stay in front of it.
    /// <code>services.ConfigureHttpClientDefaults(builder => builder.UseSandbox(world));</code>
    /// </summary>
    /// <param name="builder">Of one client, or of all by ConfigureHttpClientDefaults.</param>
    /// <param name="world">Where the requests go.</param>
    /// <param name="others">Makes what gets the requests to other hosts; null refuses them, so that no test reaches the network by mistake.</param>
    /// <remarks>It comes after whatever else configures the clients, so that no primary handler of their own gets past it.</remarks>
    public static IHttpClientBuilder UseSandbox(this IHttpClientBuilder builder, SandboxSession world, Func<HttpMessageHandler>? others = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(world);
        builder.Services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            if (builder.Name is null || builder.Name == handlers.Name) handlers.PrimaryHandler = world.CreateHandler(others?.Invoke());
        }));
        return builder;
    }
}
