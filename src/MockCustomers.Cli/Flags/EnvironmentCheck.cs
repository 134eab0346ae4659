using System.CommandLine;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;

namespace MockCustomers.Cli.Flags;

/// <summary>Finds variables of the environment that nobody reads: a name that is misspelt would else change nothing, and nobody would say so.</summary>
internal static partial class EnvironmentCheck
{
    public const string Prefix = "MOCKCUSTOMERS_";

    /// <summary>Read elsewhere: by the control port, for a certificate, and by the tests.</summary>
    private static readonly string[] Others = ["MOCKCUSTOMERS_ADMIN_TOKEN", "MOCKCUSTOMERS_CERTIFICATE_PASSWORD", "MOCKCUSTOMERS_TEST_SEED", "MOCKCUSTOMERS_LOAD"];

    /// <summary>What Kubernetes puts into the environment of every container beside a service called mockcustomers.</summary>
    [GeneratedRegex("^MOCKCUSTOMERS_(SERVICE_HOST|SERVICE_PORT.*|PORT|PORT_[0-9]+_.*)$")]
    private static partial Regex OfCluster();

    /// <summary>What is wrong, a sentence each.</summary>
    public static IReadOnlyList<string> Mistakes(Command root)
    {
        var given = Environment.GetEnvironmentVariables().Keys.OfType<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        if (given.Count == 0) return [];
        var known = root.Subcommands.Append(root).SelectMany(command => command.Options).OfType<IFlag>().Select(flag => flag.Variable).OfType<string>().Concat(Others).Distinct().ToList();
        return
        [
            .. given.Where(name => !known.Contains(name) && !OfCluster().IsMatch(name)).Order(StringComparer.Ordinal)
                .Select(name => $"{name}: unknown variable{Nearest.Question(name, known)}"),
        ];
    }
}
