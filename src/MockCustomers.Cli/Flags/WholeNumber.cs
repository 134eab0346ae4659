using System.Globalization;

namespace MockCustomers.Cli.Flags;

/// <summary>A whole number within bounds.</summary>
internal sealed class WholeNumber(long least, long most)
{
    public long Least => least;

    public long Most => most;

    /// <summary>What is right, in words.</summary>
    public string Form => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    /// <exception cref="FormatException">It is none.</exception>
    public long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw new FormatException(Form);
}
