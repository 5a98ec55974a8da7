using System.CommandLine;
using System.Globalization;

namespace Phase1.Cli.Commands;

/// <summary>Options that several commands take.</summary>
static class SuiteOptions
{
    const int LowestPort = 1024;
    const int HighestPort = 65531;

    internal static Option<bool> Kafka(string description) => new("--kafka") { Description = description, Recursive = true };

    internal static Option<bool> Json() => new("--json") { Description = "the result as one line of JSON", Recursive = true };

    internal static Option<int?> BasePort() =>
        new("--base-port")
        {
            Description = "where BOS listens; the others follow, the Portal is on the port before (8081)",
            HelpName = "N",
            Recursive = true,
            CustomParser = result =>
            {
                if (
                    int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    && port is >= LowestPort and <= HighestPort
                )
                {
                    return port;
                }
                result.AddError($"--base-port takes a number from {LowestPort} to {HighestPort}");
                return null;
            },
        };
}
