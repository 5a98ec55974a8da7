using System.Text.Json;
using System.Text.RegularExpressions;

namespace Phase1.ProviderStub;

/// <summary>What answers say.</summary>
static partial class StubText
{
    /// <summary>The text of an answer.</summary>
    /// <param name="rule">Says which kind.</param>
    /// <param name="lastMessage">The last message of the request.</param>
    internal static string Of(StubRule rule, string lastMessage) =>
        rule.Content switch
        {
            StubContent.Name => JsonSerializer.Serialize(new { name = NameIn(lastMessage) }),
            StubContent.Feedback => Feedback,
            _ => rule.Text ?? "This is an answer.",
        };

    const string Feedback = """
        {
          "summary": "The text answers the question and keeps to its subject.",
          "strengths": ["The beginning says what the text is about."],
          "improvements": ["The second paragraph could give an example."],
          "language_points": [{ "kind": "grammar", "quote": "he go", "suggestion": "he goes" }],
          "next_step": "Read the text aloud and mark where it stops."
        }
        """;

    static string? NameIn(string message) => TwoCapitalisedWords().Match(message) is { Success: true, Value: var name } ? name : null;

    [GeneratedRegex(@"\b\p{Lu}\p{L}+ \p{Lu}\p{L}+\b", RegexOptions.NonBacktracking)]
    private static partial Regex TwoCapitalisedWords();
}
