using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MockCustomers.Stubs.Inside;

/// <summary>Keeps what a web application answers requests with, so that it can be called without a server.</summary>
internal sealed class KeptPipeline : IStartupFilter
{
    /// <summary>What answers a request.</summary>
    /// <exception cref="InvalidOperationException">The application has not started.</exception>
    public RequestDelegate Answer
    {
        get => field ?? throw new InvalidOperationException("the pipeline was not made");
        private set;
    }

    public IServiceProvider? Services { get; private set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Services = app.ApplicationServices;
        app.Use(inner => Answer = inner);
        next(app);
    };
}
