using System.CommandLine;

namespace Phase1.Cli.Commands;

/// <summary>What is said to a command line that is not understood.</summary>
static class Refusal
{
    /// <summary>
    /// The mistakes, and where to read on. A word that nothing takes is the mistake: that a command is missing besides only follows from it.
    /// </summary>
    internal static IEnumerable<string> Of(ParseResult parsed)
    {
        IEnumerable<string> mistakes = parsed.UnmatchedTokens is [var unknown, ..]
            ? [$"'{unknown}' is no {(unknown.StartsWith('-') ? "option" : "word")} of {Named(parsed)}"]
            : parsed.Errors.Select(error => error.Message);
        return mistakes.Append($"see {string.Join(' ', ["./phase1 help", .. parsed.CommandResult.Path()])}");
    }

    static string Named(ParseResult parsed) => string.Join(' ', ["./phase1", .. parsed.CommandResult.Path()]);
}
