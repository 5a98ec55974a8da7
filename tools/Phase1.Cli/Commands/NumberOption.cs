using System.CommandLine;
using System.Globalization;

namespace Phase1.Cli.Commands;

/// <summary>Options that take a number and are handed on to a program.</summary>
static class NumberOption
{
    internal static Option<int?> Create(string name, string description, int lowest = 1) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number >= lowest)
                {
                    return number;
                }
                result.AddError(lowest == int.MinValue ? $"{name} takes a whole number" : $"{name} takes a whole number from {lowest}");
                return null;
            },
        };

    /// <summary>The option as it is handed on; nothing where it was not given.</summary>
    internal static string[] Pass(this ParseResult parsed, Option<int?> option) =>
        parsed.GetValue(option) is { } number ? [option.Name, number.ToString(CultureInfo.InvariantCulture)] : [];
}
