using System.Text.Json;
using System.Text.Json.Serialization;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Results;

/// <summary>Feedback on one essay; no grade.</summary>
/// <param name="Summary">What the essay does.</param>
/// <param name="Strengths">1 to 5.</param>
/// <param name="Improvements">1 to 5.</param>
/// <param name="LanguagePoints">At most 10.</param>
/// <param name="NextStep">What to try next.</param>
sealed record FeedbackContent(
    string Summary,
    IReadOnlyList<string> Strengths,
    IReadOnlyList<string> Improvements,
    IReadOnlyList<LanguagePoint> LanguagePoints,
    string NextStep
)
{
    internal const int MostPoints = 5;
    internal const int MostLanguagePoints = 10;
    internal const int LongestText = 600;

    // What is more than was asked for, such as a grade, is no feedback.
    static readonly JsonSerializerOptions Strict = new(Phase1Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>What a model has answered; null where that is no feedback.</summary>
    /// <param name="answer">The answer.</param>
    internal static FeedbackContent? Read(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<FeedbackContent>(answer, Strict) is { IsWhole: true } content ? content : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same with every text changed.</summary>
    /// <param name="change">Makes the text that is shown.</param>
    internal FeedbackContent With(Func<string, string> change) =>
        new(
            change(Summary),
            [.. Strengths.Select(change)],
            [.. Improvements.Select(change)],
            [.. LanguagePoints.Select(point => new LanguagePoint(change(point.Kind), change(point.Quote), change(point.Suggestion)))],
            change(NextStep)
        );

    bool IsWhole =>
        Strengths.Count is >= 1 and <= MostPoints
        && Improvements.Count is >= 1 and <= MostPoints
        && LanguagePoints.Count <= MostLanguagePoints
        && LanguagePoints.All(point => point is not null)
        && Texts.All(text => text is { Length: > 0 and <= LongestText } && StorableText.Is(text));

    IEnumerable<string> Texts =>
        [
            Summary,
            NextStep,
            .. Strengths,
            .. Improvements,
            .. LanguagePoints.SelectMany(point => new[] { point.Kind, point.Quote, point.Suggestion }),
        ];
}

/// <summary>A remark on a place of the essay.</summary>
/// <param name="Kind">Of what kind, such as grammar.</param>
/// <param name="Quote">What stands there.</param>
/// <param name="Suggestion">What could stand there.</param>
sealed record LanguagePoint(string Kind, string Quote, string Suggestion);
