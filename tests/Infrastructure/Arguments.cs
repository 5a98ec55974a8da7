using System.Globalization;

namespace Phase1.Tests.Infrastructure;

/// <summary>The command line of a program that measures: switches, and options with a whole number.</summary>
public sealed class Arguments
{
    readonly HashSet<string> _switches = [];
    readonly Dictionary<string, int> _numbers = [];

    Arguments() { }

    /// <summary>Reads a command line.</summary>
    /// <param name="args">What was given.</param>
    /// <param name="switches">The switches that there are.</param>
    /// <param name="numbers">The options that take a number.</param>
    /// <returns>Null when it makes no sense.</returns>
    public static Arguments? Read(IReadOnlyList<string> args, string[] switches, string[] numbers)
    {
        var read = new Arguments();
        for (var i = 0; i < args.Count; i++)
        {
            if (switches.Contains(args[i]))
            {
                read._switches.Add(args[i]);
            }
            else if (
                numbers.Contains(args[i])
                && i + 1 < args.Count
                && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number)
            )
            {
                read._numbers[args[i++]] = number;
            }
            else
            {
                return null;
            }
        }
        return read;
    }

    public bool Has(string name) => _switches.Contains(name);

    /// <summary>The number of an option; null where it was not given.</summary>
    public int? this[string name] => _numbers.TryGetValue(name, out var number) ? number : null;
}
