using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace MockCustomers.Server;

/// <summary>The environment that Kestrel asks of a host before it speaks TLS, where there is no host: it would look for certificates of a configuration, of which there is none.</summary>
internal sealed class NoEnvironment : IHostEnvironment
{
    public string EnvironmentName { get; set; } = Environments.Production;

    public string ApplicationName { get; set; } = "MockCustomers";

    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
