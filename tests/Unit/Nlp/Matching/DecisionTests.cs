using Phase1.Events;
using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

public sealed class DecisionTests
{
    [Theory]
    [Trait("Scenario", "S-406")]
    [InlineData(2, 2)]
    [InlineData(12, 10)]
    public void Namesakes_are_all_returned_up_to_ten_and_none_is_eligible(int namesakes, int returned)
    {
        RosterStudent[] roster = [.. Enumerable.Range(10, namesakes).Select(i => new RosterStudent($"p{i}", "Hanna", "Ekdal"))];

        var match = ClassNv26b.MatchIn(roster, "Hanna Ekdal 2026-02-11");

        match.Suggestions.Count.ShouldBe(returned);
        match.Suggestions.ShouldAllBe(s => !s.AutoConfirmEligible && s.MatchReasons.Contains("namesake"));
        match.Status.ShouldBe(MatchStatus.NeedsReview);
    }

    [Theory]
    [Trait("Scenario", "S-407")]
    [InlineData("0.099999", false)]
    [InlineData("0.10", true)]
    public void The_second_candidate_must_be_the_margin_behind(string lead, bool eligible)
    {
        var roster = Roster.Read([new RosterStudent("p1", "Tove", "Hallgren"), new RosterStudent("p2", "Priya", "Raman")]);
        EssayCase essay = new(new MatchingThresholds());
        essay.AddName([
            new NameClaim(roster.Entries[0], new Evidence(EvidenceKind.NameExact, 0.95m, MayConfirm: true)),
            new NameClaim(roster.Entries[1], new Evidence(EvidenceKind.NameFolded, 0.95m - decimal.Parse(lead), MayConfirm: true)),
        ]);
        essay.Rank();

        new EssayDecision(essay).IsEligible.ShouldBe(eligible);
    }

    [Fact]
    [Trait("Scenario", "S-410")]
    public void A_weak_second_claim_does_not_harm_the_strong_one()
    {
        var matches = ClassNv26b.MatchAll("Quentin Varga 2026-02-11", "Q. Varga 2026-02-11");

        matches[0].Suggestions[0].Describe().ShouldBe("p09 0.95 + name_exact");
        matches[1].Suggestions[0].Describe().ShouldBe("p09 0.65 - name_initials");
    }

    [Fact]
    [Trait("Scenario", "S-410")]
    public void Two_strong_claims_for_one_student_are_both_for_review()
    {
        var matches = ClassNv26b.MatchAll("Quentin Varga 2026-02-11", "Quentin Vargaa 2026-02-11", "Priya Raman");

        matches.Select(match => match.Suggestions[0].AutoConfirmEligible).ShouldBe([false, false, true]);
        matches.Select(match => match.Status).ShouldBe([MatchStatus.NeedsReview, MatchStatus.NeedsReview, MatchStatus.HighConfidence]);
    }

    [Fact]
    [Trait("Scenario", "S-411")]
    public void The_one_student_left_is_a_hint_for_the_one_essay_left()
    {
        RosterStudent[] roster = [ClassNv26b.Students[0], ClassNv26b.Students[8], ClassNv26b.Students[11]];

        var left = MatchIn(roster, "Tove Hallgren", "Quentin Varga", "En regnig höst")[2];

        left.Suggestions.ShouldHaveSingleItem().Describe().ShouldBe("p12 0.30 - elimination");
        left.Status.ShouldBe(MatchStatus.NoMatch);
        left.NoMatchReason.ShouldBe(NoMatchReason.NoIdentifier);
    }

    [Fact]
    [Trait("Scenario", "S-411")]
    public void Two_students_left_or_an_uncertain_essay_give_no_hint()
    {
        RosterStudent[] three = [ClassNv26b.Students[0], ClassNv26b.Students[8], ClassNv26b.Students[11]];

        MatchIn(three, "Tove Hallgren", "En regnig höst")[1].Suggestions.ShouldBeEmpty();
        MatchIn(three, "Tove Hallgren", "Q. Varga", "En regnig höst")[2].Suggestions.ShouldBeEmpty();
        MatchIn([three[0]], "En regnig höst")[0].Suggestions.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-411")]
    public void Nobody_left_gives_no_hint_and_so_do_two_essays_left()
    {
        RosterStudent[] two = [ClassNv26b.Students[0], ClassNv26b.Students[8]];

        MatchIn([two[0]], "Tove Hallgren", "En regnig höst")[1].Suggestions.ShouldBeEmpty();
        MatchIn(two, "Tove Hallgren", "En regnig höst", "Solen sken")[1].Suggestions.ShouldBeEmpty();
        MatchIn(two, "Tove Hallgren", "En regnig höst")[1].Suggestions.ShouldHaveSingleItem().StudentId.ShouldBe("p09");
    }

    [Fact]
    public void Two_namesakes_leave_space_for_a_third_who_does_not_share_their_reason()
    {
        RosterStudent[] roster =
        [
            new("p1", "Hanna", "Ekdal"),
            new("p2", "Hanna", "Ekdal"),
            new("p3", "Hannah", "Ekdahl"),
            new("p4", "Hana", "Ekdal"),
        ];

        ClassNv26b
            .MatchIn(roster, "Hanna Ekdal 2026-02-11")
            .Suggestions.Select(ClassNv26b.Describe)
            .ShouldBe(["p1 0.95 - name_exact, namesake", "p2 0.95 - name_exact, namesake", "p4 0.714286 - name_fuzzy"]);
    }

    [Fact]
    public void Three_claims_for_one_student_are_all_for_review_and_namesakes_claim_nobody()
    {
        MatchIn([.. ClassNv26b.Students], "Quentin Varga", "Varga Quentin", "Quentin Vargaa")
            .ShouldAllBe(match => match.Suggestions[0].MatchReasons.Contains("duplicate_in_batch"));
        MatchIn([.. ClassNv26b.Students], "Hanna Ekdal", "Ekdal Hanna")
            .ShouldAllBe(match => !match.Suggestions[0].MatchReasons.Contains("duplicate_in_batch"));
    }

    [Fact]
    [Trait("Scenario", "S-412")]
    public void The_placeholder_is_never_a_candidate()
    {
        RosterStudent[] roster =
        [
            .. ClassNv26b.Students,
            new("u1", "UNKNOWN", "STUDENT", null, "unknown.0190@students.invalid"),
            new("u2", "UNKNOWN", "STUDENT", IsPlaceholder: true),
        ];

        var match = ClassNv26b.MatchIn(roster, "UNKNOWN STUDENT 2026-02-11\nunknown.0190@students.invalid");

        match.Suggestions.ShouldBeEmpty();
        match.NoMatchReason.ShouldBe(NoMatchReason.NoCandidate);
    }

    [Fact]
    [Trait("Scenario", "S-413")]
    public void The_body_names_nobody()
    {
        var match = ClassNv26b.Match(
            "En regnig höst\nDet var kallt.\n\nTove Hallgren\nBoken Priya Raman handlar om Malte Nyqvist av Quentin Varga."
        );

        match.Suggestions.ShouldBeEmpty();
        match.NoMatchReason.ShouldBe(NoMatchReason.NoIdentifier);
    }

    [Fact]
    public void An_address_in_the_body_alone_is_for_review()
    {
        var filler = string.Concat(Enumerable.Repeat("Solen sken.\n", 25));

        var match = ClassNv26b.Match($"{filler}Skriv till tove.hallgren@elev.norrvik.example i dag.\n{filler}");

        match.Suggestions[0].Describe().ShouldBe("p01 0.98 - email_exact, body_email");
        match.Status.ShouldBe(MatchStatus.NeedsReview);
    }

    [Fact]
    public void Two_names_of_different_students_are_for_review() =>
        ClassNv26b.Match("Tove Hallgren\nQuentin Varga").Suggestions[0].MatchReasons.ShouldContain("multiple_names");

    [Fact]
    public void An_empty_roster_is_a_reason_for_every_essay()
    {
        var match = ClassNv26b.MatchIn([new RosterStudent("p1", " ", "\u200B")], "Tove Hallgren");

        match.NoMatchReason.ShouldBe(NoMatchReason.EmptyRoster);
        match.Extracted.Names.ShouldBe(["Tove Hallgren"]);
    }

    [Fact]
    public void An_empty_roster_is_the_reason_even_when_there_is_no_text_either() =>
        MatchIn([], [null])[0].NoMatchReason.ShouldBe(NoMatchReason.EmptyRoster);

    [Fact]
    [Trait("Scenario", "S-411")]
    public void An_essay_without_a_text_is_an_essay_left() =>
        MatchIn([.. ClassNv26b.Students[..2]], "Tove Hallgren", null)[1].Suggestions.ShouldHaveSingleItem().StudentId.ShouldBe("p02");

    [Fact]
    public void Entries_without_a_name_are_skipped_and_named_by_position()
    {
        var result = ClassNv26b.Matcher.Match(
            [new RosterStudent("p1", null, ""), ClassNv26b.Students[0]],
            [new EssayText("e1", null, "Tove Hallgren")]
        );

        result.Warnings.ShouldHaveSingleItem().ShouldBe(new RosterWarning(RosterWarning.EmptyName, 0));
        result.Warnings[0].Path.ShouldBe("roster[0]");
        result.Essays[0].Status.ShouldBe(MatchStatus.HighConfidence);
    }

    static IReadOnlyList<EssayMatch> MatchIn(RosterStudent[] roster, params string?[] texts) =>
        ClassNv26b.Matcher.Match(roster, [.. texts.Select((text, i) => new EssayText($"e{i}", null, text))]).Essays;
}
