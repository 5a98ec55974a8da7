using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>A name of the roster is found beside dates and codes, whatever its words mean elsewhere.</summary>
public sealed class StudentBesideCodesTests
{
    const string Body = "\n\nThe ferry left before anybody had counted the passengers.\n";

    static readonly RosterStudent[] Students =
    [
        new("m", "Mentor", "Gashi"),
        new("j", "Maj", "Lind"),
        new("a", "Anna", "Berg"),
        new("b", "Anna", "Berg 9B"),
        new("f", "Anna", "af Strand"),
        new("s", "Anna", "Strand"),
    ];

    [Theory]
    [InlineData("Mentor Gashi 2026-02-11", "m")]
    [InlineData("NV26B Mentor Gashi", "m")]
    [InlineData("Gashi, Mentor, 9B", "m")]
    [InlineData("Lind, Maj 2026-02-11", "j")]
    [InlineData("Anna Berg 2026-02-11", "a")]
    [InlineData("Anna Berg 9B 2026-02-11", "b")]
    public void The_longest_name_counts(string line, string student) =>
        ClassNv26b
            .MatchIn(Students, line + Body)
            .Suggestions[0]
            .ShouldSatisfyAllConditions(first => first.StudentId.ShouldBe(student), first => first.AutoConfirmEligible.ShouldBeTrue());

    [Theory]
    [InlineData("Mentor: Maj Lind")]
    [InlineData("Mentor Maj Lind 2026-02-11")]
    public void A_role_stays_one_before_somebody_elses_name(string line) =>
        ClassNv26b.MatchIn(Students, line + Body).Suggestions.ShouldAllBe(suggestion => !suggestion.AutoConfirmEligible);

    [Fact]
    public void A_file_name_that_is_exactly_another_students_contradicts() =>
        ClassNv26b
            .MatchIn(Students, "Anna Strand 2026-02-11" + Body, "anna_af_strand.txt")
            .Suggestions[0]
            .MatchReasons.ShouldContain("file_name_conflict");
}
