using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Phase1.Tickets.Lifecycle;

/// <summary>The ids of tickets: a word for the kind, the day, and six random digits, short enough to be read aloud.</summary>
static partial class TicketId
{
    /// <summary>Draws an id; whoever finds it taken draws again.</summary>
    /// <param name="prefix">The word of the procedure, as in <c>REVIEW</c>.</param>
    /// <param name="now">The day is that of UTC.</param>
    internal static string Draw(string prefix, DateTimeOffset now) =>
        $"{prefix}-{now.UtcDateTime:yyyyMMdd}-{RandomNumberGenerator.GetHexString(6)}";

    /// <summary>Whether somebody's text can be an id at all.</summary>
    internal static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
