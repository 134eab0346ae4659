using MockCustomers.Contracts;

namespace MockCustomers.Server.Control;

/// <summary>One method of one path of the control port.</summary>
/// <param name="Method">Upper case; GET stands for HEAD, too.</param>
/// <param name="Path">May have parameters: /__admin/sessions/{name}.</param>
/// <param name="Answer">Throws a <see cref="ControlException"/> for what it cannot answer.</param>
internal sealed record ControlRoute(string Method, PathTemplate Path, Func<ControlCall, ValueTask<ControlAnswer>> Answer)
{
    /// <summary>Whether everybody may ask, the owner or not.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether no token is wanted: what a browser opens by its address, and what is no secret. Origin and host are looked at all the same.</summary>
    public bool IsWithoutToken { get; init; }

    /// <summary>Whether a request without a body may name any media type: some of WireMock's clients always name one. Their origin is looked at all the same.</summary>
    public bool IsEmptyOfAnyType { get; init; }

    public static ControlRoute Get(string path, Func<ControlCall, ControlAnswer> answer) => Of("GET", path, answer);

    public static ControlRoute Post(string path, Func<ControlCall, ControlAnswer> answer) => Of("POST", path, answer);

    public static ControlRoute Put(string path, Func<ControlCall, ControlAnswer> answer) => Of("PUT", path, answer);

    public static ControlRoute Delete(string path, Func<ControlCall, ControlAnswer> answer) => Of("DELETE", path, answer);

    /// <summary>A route that takes its time.</summary>
    public static ControlRoute Async(string method, string path, Func<ControlCall, ValueTask<ControlAnswer>> answer) => new(method, PathTemplate.Parse(path)!, answer);

    private static ControlRoute Of(string method, string path, Func<ControlCall, ControlAnswer> answer) =>
        Async(method, path, call => ValueTask.FromResult(answer(call)));
}
