namespace MockCustomers.Server.Telemetry;

/// <summary>The names of attributes: those of OpenTelemetry's semantic conventions (1.45), and ours beside them.</summary>
internal static class Attributes
{
    public const string Method = "http.request.method";
    public const string OriginalMethod = "http.request.method_original";
    public const string ResendCount = "http.request.resend_count";
    public const string Status = "http.response.status_code";
    public const string Route = "http.route";
    public const string ErrorType = "error.type";
    public const string Scheme = "url.scheme";
    public const string Path = "url.path";
    public const string Query = "url.query";
    public const string Url = "url.full";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string ClientAddress = "client.address";
    public const string UserAgent = "user_agent.original";
    public const string ProtocolVersion = "network.protocol.version";
    public const string Vendor = "mockcustomers.vendor";
    public const string Operation = "mockcustomers.operation";
    public const string Session = "mockcustomers.session";
    public const string Customer = "mockcustomers.customer.id";
    public const string CustomerKind = "mockcustomers.customer.kind";
    public const string CustomerState = "mockcustomers.customer.state";
    public const string Fault = "mockcustomers.fault";
    public const string Stub = "mockcustomers.stub";
    public const string Refusal = "mockcustomers.refusal";
    public const string RefusalReason = "mockcustomers.refusal.reason";
    public const string RefusalPointers = "mockcustomers.refusal.pointers";
    public const string Webhook = "mockcustomers.webhook";
    public const string WebhookEvent = "mockcustomers.webhook.event";
    public const string WebhookOutcome = "mockcustomers.webhook.outcome";
}
