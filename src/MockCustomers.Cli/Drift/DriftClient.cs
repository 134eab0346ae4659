using MockCustomers.Drift;

namespace MockCustomers.Cli.Drift;

/// <summary>Asks a vendor's own API. Only reads; follows no redirect.</summary>
internal sealed class DriftClient : IDisposable
{
    private const int LargestBody = 10 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DriftOptions options;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = LargestBody };

    public DriftClient(DriftOptions options) => this.options = options;

    /// <param name="target">Path and query, behind the URL of the spec's server.</param>
    /// <param name="isKnown">Whether the credential is sent.</param>
    /// <exception cref="FailureException">There is no reply.</exception>
    public async Task<ReceivedReply> GetAsync(string target, bool isKnown, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Against + target));
        foreach (var (name, value) in options.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (isKnown) request.Headers.TryAddWithoutValidation(options.Credential.Key, options.Credential.Value);
        try
        {
            using var reply = await client.SendAsync(request, stop);
            var body = await reply.Content.ReadAsByteArrayAsync(stop);
            var names = reply.Headers.Concat(reply.Content.Headers).Select(header => header.Key).ToList();
            return new ReceivedReply((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType, names, body);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !stop.IsCancellationRequested))
        {
            var told = exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? exception.GetBaseException().Message : exception.Message;
            throw new FailureException(ExitCode.Failed, $"no reply from {options.Against}{target}: {told}");
        }
    }

    public void Dispose() => client.Dispose();
}
