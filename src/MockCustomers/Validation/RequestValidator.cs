using MockCustomers.Contracts;
using MockCustomers.Exchange;

namespace MockCustomers.Validation;

/// <summary>Checks the parameters of requests to one operation against its contract.</summary>
/// <param name="credential">The header that carries the credential, which is the authenticator's to judge.</param>
internal sealed class RequestValidator(Operation operation, DuplicateParameters duplicates, string credential)
{
    private static readonly List<(string Name, string Value)> Nothing = [];

    private readonly ParameterCheck[] path = Checks(operation, ParameterLocation.Path, "/path/");
    private readonly ParameterCheck[] query = Checks(operation, ParameterLocation.Query, "/query/");
    private readonly ParameterCheck[] headers =
        Array.FindAll(Checks(operation, ParameterLocation.Header, "/header/"), check => !check.Name.Equals(credential, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the parameters.</summary>
    /// <param name="route">The decoded values of the path's parameters.</param>
    public ParameterValues Read(Request request, RouteValues route, List<Violation> violations)
    {
        var values = new ParameterValues(path.Length + (request.Query.IsEmpty ? 0 : query.Length));
        foreach (var check in path) check.Take(route[check.Name], values, violations);
        if (query.Length > 0) ReadQuery(request, values, violations);
        foreach (var check in headers) check.Take(request.Headers[check.Name], values, violations);
        return values;
    }

    private static ParameterCheck[] Checks(Operation operation, ParameterLocation location, string where) =>
        [.. operation.Parameters.Where(p => p.In == location).Select(p => new ParameterCheck(p, where))];

    private void ReadQuery(Request request, ParameterValues values, List<Violation> violations)
    {
        var pairs = request.Query.IsEmpty ? Nothing : QueryString.Parse(request.Query);
        foreach (var check in query)
        {
            string? sent = null;
            var times = 0;
            foreach (var (name, value) in pairs)
            {
                if (name != check.Name) continue;
                if (check.IsList && sent is not null) sent = $"{sent},{value}";
                else if (times++ == 0 || duplicates == DuplicateParameters.Last) sent = value;
            }

            if (times > 1 && duplicates == DuplicateParameters.Refuse) violations.Add(new Violation(check.Pointer, check.Name, "duplicate", "", sent!));
            else check.Take(sent, values, violations);
        }
    }
}
