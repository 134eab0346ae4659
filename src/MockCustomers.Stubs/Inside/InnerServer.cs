using System.Net;
using HandlebarsDotNet.Helpers.Enums;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using MockCustomers.Exchange;
using MockCustomers.Mappings;
using MockCustomers.Stubs.Mappings;
using WireMock;
using WireMock.Admin.Mappings;
using WireMock.Handlers;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.Server;
using WireMock.Settings;

namespace MockCustomers.Stubs.Inside;

/// <summary>A WireMockServer that listens nowhere: its pipeline is called inside the process.</summary>
internal sealed class InnerServer : IDisposable
{
    /// <summary>What templates may do: what WireMock.Net allows by itself, without style sheets, which read documents from elsewhere.</summary>
    private static readonly Category[] TemplateHelpers = [.. new HandlebarsSettings().AllowedHandlebarsHelpers.Where(category => category != Category.Xslt)];

    private readonly KeptPipeline pipeline = new();
    private readonly WireMockServerSettings settings;
    private readonly PathIndex paths;
    private readonly StubEffects effects;
    private readonly SemaphoreSlim administering = new(1);
    private readonly Administration administration;

    /// <param name="url">The vendor's, as clients call it.</param>
    /// <param name="scenarios">Keeps the states of scenarios.</param>
    /// <param name="files">The folder that stubs may read files of; null for none.</param>
    /// <param name="hosts">Where stubs may call.</param>
    /// <param name="onTrouble">Told what stubs failed at beside a reply.</param>
    public InnerServer(string url, IScenarioStateStore scenarios, string? files, OutgoingHosts hosts, Action<string> onTrouble)
    {
        settings = new WireMockServerSettings
        {
            Urls = [url],
            StartAdminInterface = true,
            Logger = new CallLog((id, message) => Trouble(id, message, onTrouble)),
            FileSystemHandler = new FilesFolder(files),
            ScenarioStateStore = scenarios,
            MaxRequestLogCount = 0,
            UseRegexExtended = false,
            WebhookSettings = new GuardedWebhooks(hosts),
            HandlebarsSettings = new HandlebarsSettings { AllowedHandlebarsHelpers = TemplateHelpers },
            Culture = System.Globalization.CultureInfo.InvariantCulture,
            AllowBodyForAllHttpMethods = true,
            CustomMatcherMappings = new Dictionary<string, Func<MatcherModel, IMatcher>> { [CarriedPattern.Name] = model => new CarriedMatcher(model.Pattern as string ?? "") },
            AdditionalServiceRegistration = services =>
            {
                services.AddSingleton<IConnectionListenerFactory, NoListeners>();
                services.AddSingleton<IStartupFilter>(pipeline);
            },
        };
        Server = WireMockServer.Start(settings);
        administration = new Administration(Server);
        effects = new StubEffects(Server);
        paths = new PathIndex(Server, settings, message => Trouble(message.Id, message.Text, onTrouble));
    }

    public WireMockServer Server { get; }

    /// <summary>Whether it is disposed of, and answers nothing more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether requests that no stub matches are handed on to another server.</summary>
    public bool ProxiesAll => settings.ProxyAndRecordSettings is not null;

    /// <summary>The user's stubs.</summary>
    public IEnumerable<IMapping> Stubs => Server.Mappings.Where(mapping => !mapping.IsAdminInterface);

    /// <summary>Whether any stub could match a request of that path.</summary>
    /// <param name="path">Raw, still percent-encoded.</param>
    public bool CouldMatch(ReadOnlySpan<char> path) => paths.CouldMatch(path);

    /// <summary>Counts on a stub that is being made.</summary>
    public void Expect(IRequestMatcher matcher) => paths.Expect(matcher);

    /// <summary>Counts no longer on stubs that are being made.</summary>
    public void ForgetExpected() => paths.ForgetExpected();

    /// <summary>Looks at the stubs anew before the next request.</summary>
    public void Changed()
    {
        paths.Forget();
        effects.Forget();
    }

    /// <summary>What a stub does to its reply and WireMock.Net cannot do, and the stub's priority; null for nothing.</summary>
    public (StubEffect Effect, int Priority)? EffectOf(Guid stub) => effects.Of(stub);

    /// <summary>Lets the pipeline answer a request.</summary>
    public async ValueTask<InnerReply> AnswerAsync(Request request, StubCall call)
    {
        StubCall.Current = call;
        try
        {
            return await AskAsync(request.Method, request.Target, request.Headers.All, request.Body, request.Client);
        }
        finally
        {
            StubCall.Current = null;
            if (settings.ProxyAndRecordSettings is { SaveMapping: true } recording) Recorded(recording);
        }
    }

    /// <summary>Lets WireMock.Net's administration answer a request; one at a time.</summary>
    /// <param name="body">Takes the place of the request's.</param>
    public async ValueTask<InnerReply> AdministerAsync(string method, string target, ReadOnlyMemory<byte> body, StubCall call)
    {
        await administering.WaitAsync();
        StubCall.Current = call;
        try
        {
            administration.SwitchOn(Split(target).Path);
            return await AskAsync(method, target, [KeyValuePair.Create("Host", new Uri(settings.Urls![0]).Authority), KeyValuePair.Create("Content-Type", "application/json")], body, "");
        }
        finally
        {
            StubCall.Current = null;
            Keep();
            administration.SwitchOff();
            if (method != "GET") Changed();
            administering.Release();
        }
    }

    public void Dispose()
    {
        IsGone = true;
        Server.Dispose();
    }

    private async ValueTask<InnerReply> AskAsync(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, string client)
    {
        var written = new MemoryStream();
        var response = new HttpResponseFeature();
        var (path, query) = Split(target);
        var incoming = new HttpRequestFeature
        {
            Method = method,
            Scheme = "http",
            Protocol = "HTTP/1.1",
            Path = PathString.FromUriComponent(path).Value ?? "/",
            QueryString = query,
            RawTarget = target,
            Body = new MemoryStream(body.ToArray(), writable: false),
        };
        foreach (var (name, value) in headers) incoming.Headers.Append(name, value);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(incoming);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written));
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.TryParse(client, out var address) ? address : null });
        await pipeline.Answer(new DefaultHttpContext(features) { RequestServices = pipeline.Services! });
        return new InnerReply(response.StatusCode, response.Headers, new ReadOnlyMemory<byte>(written.GetBuffer(), 0, (int)written.Length));
    }

    /// <summary>What administration may not change stays: the journal is the sandbox's, and regular expressions have a time-out.</summary>
    private void Keep()
    {
        settings.UseRegexExtended = false;
        if (administration.KeepLatest()) Server.SetMaxRequestLogCount(0);
    }

    /// <summary>A recording is a stub from now on; when there are as many as there may be, no more is recorded.</summary>
    private void Recorded(ProxyAndRecordSettings recording)
    {
        Changed();
        if (Server.Mappings.Count >= MappingLimits.MostStubs) recording.SaveMapping = false;
    }

    /// <remarks>A stub whose pattern did not end in time is not asked again.</remarks>
    private void Trouble(Guid? id, string message, Action<string> onTrouble)
    {
        if (message.Contains("RegexMatchTimeoutException", StringComparison.Ordinal) && Server.Mappings.FirstOrDefault(mapping => mapping.Guid == id) is { } slow)
        {
            slow.IsDisabled = true;
            Changed();
            message = $"the stub {id} is switched off, because a pattern of it did not end in time: {message}";
        }

        onTrouble(message.Split('\n')[0].TrimEnd());
    }

    private static (string Path, string Query) Split(string target)
    {
        var at = target.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? (target, "") : (target[..at], target[at..]);
    }
}
