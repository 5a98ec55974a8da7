using System.CommandLine;
using System.Globalization;

namespace Phase1.Cli.Commands;

/// <summary>Options that take a number and are handed on to a program.</summary>
static class NumberOption
{
    internal static Option<int?> Create(string name, string description, int lowest = 1)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number < lowest)
            {
                result.AddError($"{name} takes a number from {lowest}");
            }
        });
        return option;
    }

    /// <summary>The option as it is handed on; nothing where it was not given.</summary>
    internal static string[] Pass(this ParseResult parsed, Option<int?> option) =>
        parsed.GetValue(option) is { } number ? [option.Name, number.ToString(CultureInfo.InvariantCulture)] : [];
}
