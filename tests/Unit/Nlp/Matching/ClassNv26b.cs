using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>The class of the worked examples.</summary>
static class ClassNv26b
{
    public const string Domain = "@elev.norrvik.example";

    public static readonly RosterStudent[] Students =
    [
        new("p01", "Tove", "Hallgren", "Tove Ingrid Hallgren", "tove.hallgren" + Domain),
        new("p02", "Måns", "af Ekenstam", "Måns Viktor af Ekenstam"),
        new("p03", "Siri-Lo", "Wikander"),
        new("p04", "Malte", "Nyqvist"),
        new("p05", "Malin", "Nyqvist"),
        new("p06", "Hanna", "Ekdal", null, "hanna.ekdal.a" + Domain),
        new("p07", "Hanna", "Ekdal", null, "hanna.ekdal.b" + Domain),
        new("p08", "Örjan", "Fägersköld"),
        new("p09", "Quentin", "Varga", null, "qv24117" + Domain),
        new("p10", "Rowan", "O'Dell"),
        new("p11", "Ebba", "Tornberg Lo"),
        new("p12", "Priya", "Raman", "Priya Lakshmi Raman"),
    ];

    public static BatchMatcher Matcher { get; } = new(new MatchingThresholds());

    public static EssayMatch Match(string text, string? fileName = null) => MatchIn(Students, text, fileName);

    public static EssayMatch MatchIn(IReadOnlyList<RosterStudent> students, string text, string? fileName = null) =>
        Matcher.Match(students, [new EssayText("e1", fileName, text)]).Essays.ShouldHaveSingleItem();

    public static IReadOnlyList<EssayMatch> MatchAll(params string?[] texts) =>
        Matcher.Match(Students, [.. texts.Select((text, i) => new EssayText($"e{i + 1}", null, text))]).Essays;

    /// <summary>"p01 0.95 + name_exact": the form in which the worked examples are written.</summary>
    public static string Describe(this StudentSuggestion suggestion) =>
        FormattableString.Invariant(
            $"{suggestion.StudentId} {suggestion.ConfidenceScore:0.00####} {(suggestion.AutoConfirmEligible ? '+' : '-')} {string.Join(", ", suggestion.MatchReasons)}"
        );
}
