using System.Text.Json;
using System.Text.RegularExpressions;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Nothing in any field, known or not, can reach or name anybody.</summary>
internal sealed partial class FakenessChecks(Expectations expected) : ICheck
{
    // RFC 2606 and RFC 6761.
    private static readonly string[] ReservedDomains = ["example.com", "example.net", "example.org"];
    private static readonly string[] ReservedTops = ["example", "test", "invalid", "localhost"];

    private static readonly Dictionary<string, Regex> Numbers = YamlFile.Read(Here.Folder, "Expectations", "_numbers.yaml")
        .ToDictionary(line => line.Key, line => new Regex((string)line.Value!, RegexOptions.CultureInvariant));

    private readonly Regex[] phones = [.. expected.Countries.SelectMany(code => CountryFacts.All[code].Phones)];

    public void Check(JsonElement customer, Action<string, string> wrong)
    {
        foreach (var (path, text) in Paths.Texts(customer))
        {
            if (text.Contains('@') && !IsReserved(text[(text.LastIndexOf('@') + 1)..])) wrong("an e-mail is in a reserved name", $"{path}: {text}");
            if (path != expected.Id)
                foreach (Match host in Host().Matches(text))
                    if (!IsReserved(host.Value) && !text.Contains(host.Value + "@", StringComparison.Ordinal)) wrong("a web address is in a reserved name", $"{path}: {text}");
            if (expected.Numbers.TryGetValue(path, out var number))
            {
                if (!Numbers[number].IsMatch(text)) wrong($"{number} cannot be issued", $"{path}: {text}");
            }
            else if (LooksLikeNumber().IsMatch(text) && text.Count(char.IsAsciiDigit) >= 8 && !expected.OtherDigits.Contains(path) && !phones.Any(range => range.IsMatch(text)))
            {
                wrong("what looks like a telephone or card number is none that anybody can have", $"{path}: {text}");
            }
        }
    }

    private static bool IsReserved(string host)
    {
        host = host.ToLowerInvariant();
        return ReservedDomains.Any(domain => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal))
            || ReservedTops.Any(top => host.EndsWith("." + top, StringComparison.Ordinal));
    }

    /// <summary>Something with a dot in it that ends in letters, as names of hosts do; what stands before an @ is none.</summary>
    [GeneratedRegex(@"(?<![\w.@-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?![\w-]|\.\w|[\w.+-]*@)")]
    private static partial Regex Host();

    /// <summary>Digits, and what stands between them in telephone and card numbers.</summary>
    [GeneratedRegex(@"^\+?[(]?[0-9][0-9 ()./-]+[0-9]$")]
    private static partial Regex LooksLikeNumber();
}
