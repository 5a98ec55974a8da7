using System.Text.Json;
using Phase1.Nlp.Matching;
using Phase1.Text;

namespace Phase1.Nlp.Naming;

/// <summary>Reads what a model has answered: one name, whose every word stands in the excerpt. It may mend a misread letter, never invent.</summary>
static class NameAnswer
{
    const int ShortestName = 2;
    const int LongestName = 60;
    const int MostWords = 6;
    const decimal LeastRatio = 0.75m;

    /// <summary>The name; null where there is none, or none that counts.</summary>
    /// <param name="content">The answer.</param>
    /// <param name="excerpt">What was asked about.</param>
    public static string? Read(string content, string excerpt)
    {
        if (NameIn(content)?.Trim() is not { Length: >= ShortestName and <= LongestName } name)
        {
            return null;
        }
        var words = WordsOf(name);
        var known = WordsOf(excerpt);
        return words.Length is >= 1 and <= MostWords && Array.TrueForAll(words, word => Array.Exists(known, other => IsLike(word, other)))
            ? name
            : null;
    }

    static string? NameIn(string content)
    {
        try
        {
            using var answer = JsonDocument.Parse(content);
            return
                answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string[] WordsOf(string text) => TextNormalizer.Tokens(TextNormalizer.ComparisonForm(text));

    static bool IsLike(string word, string other) => word == other || Similarity.Between(word, other).Value >= LeastRatio;
}
