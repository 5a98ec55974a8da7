using Phase1.Events;

namespace Phase1.Unit.Tests.Nlp.Matching;

[Trait("Scenario", "S-401")]
public sealed class WorkedExampleTests
{
    const MatchStatus High = MatchStatus.HighConfidence;
    const MatchStatus Review = MatchStatus.NeedsReview;

    public static TheoryData<string, string?, MatchStatus, string[]> Rows { get; } =
        new()
        {
            { "Tove Hallgren 2026-02-11\nProv: Eng 6\nAntal ord: 512", null, High, ["p01 0.95 + name_exact"] },
            { "NV26B 2026-02-11 Hallgren, Tove", null, High, ["p01 0.95 + name_exact"] },
            { "\uFEFFNAMN: TOVE\u00A0HALLGREN\r\nKurs: Sv 2", null, High, ["p01 0.95 + name_exact"] },
            { "Lärare: Sten Bruse, sten.bruse@norrvik.example\nElevens namn: Priya Raman", null, High, ["p12 0.95 + name_exact"] },
            { "Siri Lo Wikander 2026-02-11", null, High, ["p03 0.95 + name_exact"] },
            { "Orjan Fagerskold", null, High, ["p08 0.90 + name_folded"] },
            { "Rowan ODell", null, High, ["p10 0.90 + name_folded"] },
            { "Måns Ekenstam 2026-02-11", null, Review, ["p02 0.80 + name_particle"] },
            { "Skriven av: Ebba Tornberg", null, Review, ["p11 0.76 + name_partial"] },
            { "Siri Wikander 2026-02-11", null, Review, ["p03 0.76 - name_partial"] },
            { "Ingrid Hallgren", null, Review, ["p01 0.72 - name_second_given"] },
            { "Tove Sigrid Hallgren", null, Review, ["p01 0.7125 - name_fuzzy, middle_name_conflict"] },
            { "Tove Halgren", null, Review, ["p01 0.72 + name_fuzzy"] },
            { "Malt Nyqvist 2026-02-11", null, Review, ["p04 0.72 - name_fuzzy, close_second", "p05 0.66 - name_fuzzy"] },
            { "Malte Nykvist 2026-02-11", null, Review, ["p04 0.692308 - name_fuzzy", "p05 0.576923 - name_fuzzy"] },
            { "Hanna Ekdal 2026-02-11", null, Review, ["p06 0.95 - name_exact, namesake", "p07 0.95 - name_exact, namesake"] },
            { "Hanna Ekdal 2026-02-11\nhanna.ekdal.b@elev.norrvik.example", null, High, ["p07 0.98 + email_exact, name_exact"] },
            { "Q. Varga", null, Review, ["p09 0.65 - name_initials"] },
            { "Quentin Varga\nqv24117@elev.norrvik.example", null, High, ["p09 0.98 + email_exact, name_exact"] },
            { "tove.halgren@elev.norrvik.example", null, High, ["p01 0.866866 + email_fuzzy"] },
            { "Tove Hallgren\ntove.halgren@elev.norrvik.example", null, High, ["p01 0.97 + name_exact, email_fuzzy"] },
            {
                "Quentin Varga\ntove.hallgren@elev.norrvik.example",
                null,
                Review,
                ["p01 0.98 - email_exact, close_second, name_email_conflict", "p09 0.95 - name_exact"]
            },
            {
                "Tove Hallgren och Priya Raman 2026-02-11",
                null,
                Review,
                ["p01 0.95 - name_exact, namesake, multiple_names", "p12 0.95 - name_exact, namesake, multiple_names"]
            },
            { "Dear Rowan O'Dell,\nThank you for ...", null, Review, ["p10 0.65 - salutation"] },
            { "En regnig höst\nDet var kallt.", "siri-lo_wikander_NV26B.docx", Review, ["p03 0.55 - file_name"] },
            { "Tove Halgren", "tove_hallgren.docx", Review, ["p01 0.74 + name_fuzzy, file_name"] },
            { "Tove Hallgren", "priya_raman.docx", Review, ["p01 0.95 - name_exact, file_name_conflict", "p12 0.55 - file_name"] },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_gives_exactly_the_result_of_the_table(string text, string? fileName, MatchStatus status, string[] suggestions)
    {
        var match = ClassNv26b.Match(text, fileName);

        match.Suggestions.Select(ClassNv26b.Describe).ShouldBe(suggestions);
        match.Status.ShouldBe(status);
        match.NoMatchReason.ShouldBeNull();
    }

    [Theory]
    [InlineData("qv24118@elev.norrvik.example", NoMatchReason.NoCandidate)]
    [InlineData("My Bridge to Everywhere\nWe all know ...", NoMatchReason.NoIdentifier)]
    [InlineData("Dag Wrethling", NoMatchReason.NoCandidate)]
    public void A_text_that_fits_nobody_says_why(string text, NoMatchReason reason)
    {
        var match = ClassNv26b.Match(text);

        match.Suggestions.ShouldBeEmpty();
        match.Status.ShouldBe(MatchStatus.NoMatch);
        match.NoMatchReason.ShouldBe(reason);
    }

    [Fact]
    public void The_teacher_appears_nowhere()
    {
        var match = ClassNv26b.Match("Lärare: Sten Bruse, sten.bruse@norrvik.example\nElevens namn: Priya Raman");

        match.Extracted.Names.ShouldBe(["Priya Raman"]);
        match.Extracted.Emails.ShouldBeEmpty();
    }

    [Fact]
    public void Two_essays_that_claim_one_student_are_both_for_review()
    {
        foreach (var match in ClassNv26b.MatchAll("Malte Nyqvist 2026-02-11", "Malte Nyqvist 2026-02-11"))
        {
            match.Suggestions[0].Describe().ShouldBe("p04 0.95 - name_exact, duplicate_in_batch");
            match.Status.ShouldBe(Review);
        }
    }
}
