using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MockCustomers.Server;

/// <summary>Makes Kestrels out of what Kestrel itself registers with a host, without a host.</summary>
/// <remarks>
/// A Kestrel made by its public constructor takes its buffers from the shared pool of arrays, which runs dry under pages of 64 KB: each
/// then allocated 45 KB. Registered, it has pinned buffers of its own.
/// </remarks>
internal sealed class KestrelServices : IWebHostBuilder
{
    private readonly ServiceCollection services = new();

    private KestrelServices()
    {
    }

    /// <summary>A Kestrel, not yet started; disposing of what is returned disposes of it.</summary>
    /// <param name="speaksTls">Whether what TLS takes is there, too.</param>
    public static ServiceProvider Make(Action<KestrelServerOptions> configure, bool speaksTls)
    {
        var builder = new KestrelServices();
        builder.services.AddOptions();
        builder.services.AddMetrics();
        builder.services.AddSingleton<DiagnosticSource>(new DiagnosticListener("MockCustomers"));
        builder.services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        builder.UseKestrelCore().UseSockets();
        if (speaksTls) builder.AddTls();
        builder.services.Configure(configure);
        return builder.services.BuildServiceProvider();
    }

    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(services);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices)
    {
        configureServices(new WebHostBuilderContext(), services);
        return this;
    }

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => this;

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => this;

    [Obsolete("There is no host here: a listener starts the server.")]
    public IWebHost Build() => throw new NotSupportedException();

    /// <remarks>By itself, so that its types are loaded only where TLS is spoken.</remarks>
    private void AddTls()
    {
        services.AddSingleton<IHostEnvironment>(new NoEnvironment());
        this.UseKestrelHttpsConfiguration();
    }
}
