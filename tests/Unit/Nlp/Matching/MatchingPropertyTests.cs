using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Phase1.Nlp.Matching;
using Phase1.Text;

namespace Phase1.Unit.Tests.Nlp.Matching;

public sealed class MatchingPropertyTests
{
    static readonly string[] Fragments =
    [
        "Tove Hallgren",
        "Malte",
        "Nyqvist",
        "Hanna Ekdal",
        "af Ekenstam, Måns",
        "Siri-Lo",
        "Namn: ",
        "Lärare: ",
        "Dear ",
        " och ",
        "2026-02-11",
        "NV26B",
        "tove.hallgren@elev.norrvik.example",
        "hanna.ekdal.b@elev.norrvik.example",
        "@",
        "\n",
        "\r\n",
        " ",
        ", ",
        ".",
        "-",
        "\0",
        "\u0301",
        "\uD800",
        "😀",
        "\u202E",
        "אבג",
        "한글",
    ];

    static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements(Fragments).ListOf().Select(string.Concat),
        Gen.Choose(0, char.MaxValue).ListOf().Select(codes => string.Concat(codes.Select(code => (char)code))),
        Gen.Choose(0, byte.MaxValue).ListOf().Select(bytes => Encoding.UTF8.GetString([.. bytes.Select(value => (byte)value)]))
    );

    [Fact]
    [Trait("Scenario", "S-422")]
    public void Whatever_the_text_matching_ends_and_the_order_of_the_roster_does_not_matter() =>
        Prop.ForAll(
                AnyText.Zip(Gen.Shuffle(ClassNv26b.Students)).ToArbitrary(),
                given =>
                {
                    var result = Describe(ClassNv26b.Match(given.Item1, "a_b.docx"));
                    return result == Describe(ClassNv26b.MatchIn(given.Item2, given.Item1, "a_b.docx"))
                        && !result.Contains("ProcessingError", StringComparison.Ordinal);
                }
            )
            .Check(Effort.Of(400).WithEndSize(60));

    [Fact]
    public void Every_confidence_lies_within_the_scale_with_six_decimals_and_only_the_first_may_be_confirmed() =>
        Prop.ForAll(
                AnyText.ToArbitrary(),
                text =>
                {
                    var suggestions = ClassNv26b.Match(text, "tove_hallgren.docx").Suggestions;
                    return suggestions.All(s =>
                            s.ConfidenceScore is > 0 and <= 0.98m && Math.Round(s.ConfidenceScore, 6) == s.ConfidenceScore
                        )
                        && suggestions.Skip(1).All(s => !s.AutoConfirmEligible)
                        && suggestions
                            .Select(s => s.ConfidenceScore)
                            .SequenceEqual(suggestions.Select(s => s.ConfidenceScore).OrderDescending())
                        && suggestions.All(s => s.MatchReasons.Count > 0)
                        && suggestions.DistinctBy(s => s.StudentId).Count() == suggestions.Count;
                }
            )
            .Check(Effort.Of(300).WithEndSize(60));

    [Fact]
    public void An_unrelated_student_never_turns_review_into_confirmation() =>
        Prop.ForAll(
                AnyText.ToArbitrary(),
                text =>
                {
                    var before = ClassNv26b.Match(text);
                    var after = ClassNv26b.MatchIn([.. ClassNv26b.Students, new RosterStudent("p99", "Xzw", "Qjkv")], text);
                    return before.Suggestions.Any(s => s.AutoConfirmEligible) || !after.Suggestions.Any(s => s.AutoConfirmEligible);
                }
            )
            .Check(Effort.Of(300).WithEndSize(60));

    [Fact]
    public void Case_blanks_and_Unicode_form_do_not_matter() =>
        Prop.ForAll(
                Gen.Elements(ClassNv26b.Students).Zip(Gen.Choose(0, 3)).ToArbitrary(),
                given =>
                {
                    var (student, disguise) = given;
                    var line = $"{student.FirstName} {student.LastName} 2026-02-11";
                    var disguised = disguise switch
                    {
                        0 => line.ToUpperInvariant(),
                        1 => line.ToLowerInvariant(),
                        2 => line.Replace(" ", " \u00A0\t", StringComparison.Ordinal),
                        _ => UnicodeForms.ToDecomposed(line),
                    };
                    return Describe(ClassNv26b.Match(line)) == Describe(ClassNv26b.Match(disguised));
                }
            )
            .Check(Effort.Of(100));

    static string Describe(EssayMatch match) =>
        $"{match.Status} {match.NoMatchReason} {string.Join(" | ", match.Suggestions.Select(ClassNv26b.Describe))}";
}
