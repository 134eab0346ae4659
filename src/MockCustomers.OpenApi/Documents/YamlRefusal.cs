using YamlDotNet.Core;

namespace MockCustomers.OpenApi.Documents;

/// <summary>Well-formed YAML that is not taken, with what to write instead.</summary>
internal sealed class YamlRefusal(Mark at, string problem, string remedy) : YamlException(at, at, problem)
{
    public string Remedy { get; } = remedy;
}
