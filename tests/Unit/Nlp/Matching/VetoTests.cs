using Phase1.Events;
using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>Each reason against automatic confirmation, where it holds and where it just does not.</summary>
public sealed class VetoTests
{
    static readonly Roster Three = Roster.Read([
        new RosterStudent("p1", "Tove", "Hallgren"),
        new RosterStudent("p2", "Priya", "Raman"),
        new RosterStudent("p3", "Quentin", "Varga"),
    ]);

    static readonly FoundEmail InHeader = new(new EmailAddress("a@b.example"), 0, 1, InBody: false);
    static readonly FoundEmail InBody = new(new EmailAddress("a@b.example"), 0, 1, InBody: true);

    [Theory]
    [InlineData("0.95", "0.95", true)]
    [InlineData("0.95", "0.97", false)]
    [InlineData("0.95", "0.90", true)]
    [InlineData("0.85", "0.90", false)]
    public void An_own_exact_address_tells_namesakes_apart_unless_a_name_speaks_louder(string own, string other, bool eligible)
    {
        var essay = Case();
        essay.AddName([Name(0, own), Name(1, other)]);
        essay.AddEmail([Email(0, EvidenceKind.EmailExact, "0.98")]);

        Decide(essay).IsEligible.ShouldBe(eligible);
    }

    [Fact]
    public void An_address_that_two_students_share_tells_nobody_apart()
    {
        var essay = Case();
        essay.AddEmail([Email(0, EvidenceKind.EmailExact, "0.98"), Email(1, EvidenceKind.EmailExact, "0.98")]);

        Reasons(essay).ShouldBe(["email_exact", "namesake"]);
    }

    [Fact]
    public void A_similar_address_tells_nobody_apart()
    {
        var essay = Case();
        essay.AddName([Name(0, "0.80"), Name(1, "0.80")]);
        essay.AddEmail([Email(0, EvidenceKind.EmailFuzzy, "0.88")]);

        Reasons(essay).ShouldBe(["name_exact", "email_fuzzy"]);
        var closer = Case();
        closer.AddName([Name(0, "0.80"), Name(1, "0.81")]);
        closer.AddEmail([Email(0, EvidenceKind.EmailFuzzy, "0.88")]);
        Reasons(closer).ShouldBe(["name_exact", "email_fuzzy", "close_second"]);
    }

    [Theory]
    [InlineData("0.70", true)]
    [InlineData("0.699999", false)]
    public void Two_names_that_claim_different_students_conflict_from_seventy_hundredths(string second, bool conflict)
    {
        var essay = Case();
        essay.AddName([Name(0, "0.95")]);
        essay.AddName([Name(1, second)]);

        Reasons(essay).Contains("multiple_names").ShouldBe(conflict);
    }

    [Fact]
    public void Two_names_with_a_best_student_in_common_do_not_conflict()
    {
        var essay = Case();
        essay.AddName([Name(0, "0.95"), Name(1, "0.95")]);
        essay.AddName([Name(0, "0.95"), Name(2, "0.80")]);

        Reasons(essay).ShouldBe(["name_exact", "namesake"]);
    }

    [Theory]
    [InlineData("0.70", "0.49", true)]
    [InlineData("0.69", "0.49", false)]
    [InlineData("0.70", "0.50", false)]
    public void Name_and_address_conflict_when_no_name_supports_the_address(string named, string support, bool conflict)
    {
        var essay = Case();
        essay.AddEmail([Email(0, EvidenceKind.EmailExact, "0.98")]);
        essay.AddName([Name(0, support), Name(1, named)]);

        Reasons(essay).Contains("name_email_conflict").ShouldBe(conflict);
    }

    [Fact]
    public void A_name_that_points_to_the_addressee_too_does_not_conflict()
    {
        var essay = Case();
        essay.AddEmail([Email(0, EvidenceKind.EmailExact, "0.98")]);
        essay.AddName([Name(0, "0.80"), Name(1, "0.80")]);

        Reasons(essay).ShouldNotContain("name_email_conflict");
    }

    [Fact]
    public void A_file_name_conflicts_when_it_names_others_only()
    {
        var conflict = Case();
        conflict.AddName([Name(0, "0.95")]);
        conflict.AddFileName([File(1)]);
        Reasons(conflict).ShouldBe(["name_exact", "file_name_conflict"]);

        var shared = Case();
        shared.AddName([Name(0, "0.95")]);
        shared.AddFileName([File(0), File(1)]);
        Reasons(shared).ShouldBe(["name_exact", "file_name"]);
    }

    [Fact]
    public void An_address_counts_as_one_of_the_body_only_when_it_stands_nowhere_else()
    {
        Reasons(With(InBody)).ShouldBe(["email_exact", "body_email"]);
        Reasons(With(InHeader)).ShouldBe(["email_exact"]);
        Reasons(With(InBody, InHeader)).ShouldBe(["email_exact"]);
        Reasons(With(InHeader, InBody)).ShouldBe(["email_exact"]);

        static EssayCase With(params FoundEmail[] places)
        {
            var essay = Case();
            foreach (var place in places)
            {
                essay.AddEmail([new EmailClaim(Three.Entries[0], new Evidence(EvidenceKind.EmailExact, 0.98m, MayConfirm: true), place)]);
            }

            return essay;
        }
    }

    [Theory]
    [InlineData((int)Doubts.MiddleNameConflict, "middle_name_conflict")]
    [InlineData((int)Doubts.DigitsDiffer, "digits_differ")]
    public void A_doubt_of_the_evidence_is_named(int doubt, string code)
    {
        var essay = Case();
        essay.AddName([new NameClaim(Three.Entries[0], new Evidence(EvidenceKind.NameExact, 0.95m, MayConfirm: true, (Doubts)doubt))]);

        Reasons(essay).ShouldBe(["name_exact", code]);
    }

    [Theory]
    [InlineData("0.50", "0.50", "0.52")]
    [InlineData("0.95", "0.49", "0.95")]
    [InlineData("0.97", "0.50", "0.98")]
    [InlineData("0.98", "0.95", "0.98")]
    public void A_second_kind_of_evidence_raises_the_confidence_up_to_the_ceiling(string name, string email, string expected)
    {
        var essay = Case();
        essay.AddName([Name(0, name)]);
        essay.AddEmail([Email(0, EvidenceKind.EmailFuzzy, email)]);
        essay.Rank();

        essay.First.Confidence.ShouldBe(decimal.Parse(expected));
    }

    [Fact]
    public void Equal_confidence_is_ordered_by_the_table_and_then_by_the_id()
    {
        var essay = Case();
        essay.AddName([Name(2, "0.80"), Name(1, "0.80", EvidenceKind.NameParticle), Name(0, "0.80", EvidenceKind.NameParticle)]);
        essay.Rank();

        essay.Candidates.Select(candidate => candidate.Student.StudentId).ShouldBe(["p3", "p1", "p2"]);
    }

    [Theory]
    [InlineData("0.85", MatchStatus.HighConfidence, 1)]
    [InlineData("0.849999", MatchStatus.NeedsReview, 2)]
    [InlineData("0.70", MatchStatus.NeedsReview, 2)]
    public void A_preselected_student_stands_alone(string confidence, MatchStatus status, int suggestions)
    {
        var essay = Case();
        essay.AddName([Name(0, confidence), Name(1, "0.50")]);
        var decision = Decide(essay);

        decision.Status.ShouldBe(status);
        decision.Suggestions().Count.ShouldBe(suggestions);
        decision
            .Suggestions()
            .Select(suggestion => suggestion.AutoConfirmEligible)
            .ShouldBe([true, .. Enumerable.Repeat(false, suggestions - 1)]);
    }

    [Theory]
    [InlineData("0.50", "0.49", 1, MatchStatus.NeedsReview)]
    [InlineData("0.50", "0.50", 2, MatchStatus.NeedsReview)]
    [InlineData("0.49", "0.45", 2, MatchStatus.NoMatch)]
    public void Hints_are_left_out_when_somebody_reaches_the_border_of_review(string first, string second, int count, MatchStatus status)
    {
        var essay = Case();
        essay.AddName([Name(0, first), Name(1, second)]);
        var decision = Decide(essay);

        decision.Suggestions().Count.ShouldBe(count);
        decision.Status.ShouldBe(status);
        decision.IsEligible.ShouldBeFalse();
    }

    [Fact]
    public void Evidence_that_may_not_confirm_leaves_the_student_for_review()
    {
        var essay = Case();
        essay.AddName([new NameClaim(Three.Entries[0], new Evidence(EvidenceKind.NamePartial, 0.95m, MayConfirm: false))]);

        Decide(essay).Status.ShouldBe(MatchStatus.NeedsReview);
    }

    [Theory]
    [InlineData(0.9, 0.8, true)]
    [InlineData(0.8, 0.9, false)]
    public void More_confident_evidence_is_better(double ours, double theirs, bool better) =>
        new Evidence(EvidenceKind.NameFuzzy, (decimal)ours, MayConfirm: false)
            .IsBetterThan(new Evidence(EvidenceKind.NameExact, (decimal)theirs, MayConfirm: true))
            .ShouldBe(better);

    [Fact]
    public void Of_equally_confident_evidence_the_higher_in_the_table_then_the_confirmable_then_the_undoubted_is_better()
    {
        Evidence exact = new(EvidenceKind.NameExact, 0.8m, MayConfirm: true);

        exact.IsBetterThan(null).ShouldBeTrue();
        exact.IsBetterThan(exact).ShouldBeFalse();
        exact.IsBetterThan(exact with { Kind = EvidenceKind.NameFolded }).ShouldBeTrue();
        (exact with { Kind = EvidenceKind.NameFolded }).IsBetterThan(exact).ShouldBeFalse();
        exact.IsBetterThan(exact with { MayConfirm = false }).ShouldBeTrue();
        (exact with { MayConfirm = false }).IsBetterThan(exact).ShouldBeFalse();
        (exact with { MayConfirm = false }).IsBetterThan(exact with { Doubts = Doubts.DigitsDiffer }).ShouldBeFalse();
        exact.IsBetterThan(exact with { Doubts = Doubts.DigitsDiffer }).ShouldBeTrue();
        (exact with { Doubts = Doubts.DigitsDiffer }).IsBetterThan(exact).ShouldBeFalse();
    }

    [Fact]
    public void The_student_left_over_who_is_a_hint_already_gets_the_reason_beside_his_own()
    {
        List<Phase1.Nlp.Matching.StudentSuggestion> suggestions = [new("p1", 0.45m, ["name_fuzzy"], AutoConfirmEligible: false)];

        Elimination.AddHint(suggestions, "p1", 0.30m);
        Elimination.AddHint(suggestions, "p2", 0.30m);

        suggestions.Select(ClassNv26b.Describe).ShouldBe(["p1 0.45 - name_fuzzy, elimination", "p2 0.30 - elimination"]);
    }

    static EssayCase Case() => new(new MatchingThresholds());

    static EssayDecision Decide(EssayCase essay)
    {
        essay.Rank();
        return new EssayDecision(essay);
    }

    static IReadOnlyList<string> Reasons(EssayCase essay) => Decide(essay).Suggestions()[0].MatchReasons;

    static NameClaim Name(int student, string confidence, EvidenceKind kind = EvidenceKind.NameExact) =>
        new(Three.Entries[student], new Evidence(kind, decimal.Parse(confidence), MayConfirm: true));

    static EmailClaim Email(int student, EvidenceKind kind, string confidence) =>
        new(Three.Entries[student], new Evidence(kind, decimal.Parse(confidence), MayConfirm: true), InHeader);

    static NameClaim File(int student) => new(Three.Entries[student], new Evidence(EvidenceKind.FileName, 0.55m, MayConfirm: false));
}
