using System.CommandLine;
using System.CommandLine.Help;
using Phase1.Cli.Local;
using Phase1.Servers.Kafka;

namespace Phase1.Cli.Commands;

/// <summary>
/// What a command line needs of Debian's packages. ./phase1 asks this before it installs anything: a command line that will be refused, or that only
/// prints help, needs nothing.
/// </summary>
static class Needs
{
    /// <summary>The word before a command line that asks for its needs instead of running it.</summary>
    internal const string Question = "[needs]";

    const string Poppler = "poppler";
    const string Postgres = "postgres";
    const string Java = "java";
    const string Redis = "redis";
    const string Tests = "tests";

    /// <exception cref="CommandException">It asks for Kafka, and there is none.</exception>
    internal static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0 || parsed.Action is HelpAction)
        {
            return [];
        }
        return string.Join(' ', parsed.CommandResult.Path()) switch
        {
            "up" or "demo" or "demo crash" => Suite(OnKafka(parsed)),
            "torture" or "bench pipeline" => [Postgres, Poppler, .. PrivateBroker(OnKafka(parsed))],
            "bench peers" => [Postgres, .. PrivateBroker(true)],
            "bench backlog" => [Postgres, .. PrivateBroker(OnKafka(parsed))],
            "bench engine" or "bench timeout" or "bench neighbour" or "bench gateway" => [Postgres],
            "test" or "verify" => [Tests],
            _ => [],
        };
    }

    static string[] Suite(bool onKafka)
    {
        string[] alone = SuiteServers.NamedPostgres is null ? [Poppler, Postgres] : [Poppler];
        if (!onKafka)
        {
            return alone;
        }
        SuiteServers.RequireKafka();
        string[] broker = SuiteServers.NamedBrokers is null ? [Java] : [];
        string[] redis = SuiteServers.NamedRedis is null ? [Redis] : [];
        return [.. alone, .. broker, .. redis];
    }

    static string[] PrivateBroker(bool wanted)
    {
        if (!wanted)
        {
            return [];
        }
        SuiteServers.RequirePrivateKafka();
        return [Java];
    }

    static bool OnKafka(ParseResult parsed) => parsed.Tokens.Any(token => token.Value == "--kafka");
}
