using System.Reflection;

namespace MockCustomers.Vendors;

/// <summary>The version of the engine: another one may serve other bytes.</summary>
internal static class EngineVersion
{
    /// <summary>Such as 0.1.0, without a commit's hash.</summary>
    public static string Text { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
