using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Suggestions;
using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class SuggestionIntakeTests
{
    static readonly MatchingThresholds Thresholds = new();
    static readonly HashSet<Guid> Class = [Rows.Anna, Rows.Bo];

    static StudentSuggestion Suggestion(Guid student, decimal score, bool? eligible = null) =>
        new()
        {
            StudentId = student,
            ConfidenceScore = score,
            MatchReasons = ["name_exact"],
            AutoConfirmEligible = eligible,
        };

    static MatchResult Result(int essay, params StudentSuggestion[] suggestions) =>
        new()
        {
            EssayId = Rows.Id(1000 + essay),
            TextStorageId = $"text-{essay}",
            Filename = $"{essay}.txt",
            Suggestions = suggestions,
            NoMatchReason = suggestions.Length == 0 ? NoMatchReason.NoIdentifier : null,
            ExtractionMetadata = new ExtractionMetadata { MatchStatus = MatchStatus.NeedsReview },
        };

    static BatchAuthorMatchesSuggested Message(params MatchResult[] results) =>
        new()
        {
            BatchId = Rows.Batch,
            ClassId = Rows.Id(50),
            CourseCode = CourseCode.Sv2,
            MatchResults = results,
            ProcessingSummary = new ProcessingSummary
            {
                TotalEssays = results.Length,
                Processed = results.Length,
                Matched = results.Length,
                Unmatched = 0,
                Failed = 0,
            },
        };

    static SuggestionIntake Read(params MatchResult[] results) => SuggestionIntake.Read(Message(results), Class, Thresholds);

    /// <summary>The rows of the essays, numbered from 1, with what was read.</summary>
    static IReadOnlyList<Association> Applied(SuggestionIntake intake, int essays) =>
        [.. Enumerable.Range(1, essays).Select(essay => intake.Apply(Rows.Undecided(essay)))];

    static Association Only(params StudentSuggestion[] suggestions) => Applied(Read(Result(1, suggestions)), 1)[0];

    [Fact]
    public void A_suggestion_from_review_on_is_pending_with_its_score_and_reasons()
    {
        var row = Only(Suggestion(Rows.Anna, 0.5m, false), Suggestion(Rows.Bo, 0.4m, false));

        row.ValidationStatus.ShouldBe(AssociationStatus.PendingValidation);
        row.SuggestedStudentId.ShouldBe(Rows.Anna);
        row.ConfidenceScore.ShouldBe(0.5m);
        row.MatchReasons.ShouldBe(["name_exact"]);
        row.Suggestions.Select(s => s.StudentId).ShouldBe([Rows.Anna, Rows.Bo]);
        row.NoMatchReason.ShouldBeNull();
        row.FileName.ShouldBe("1.txt");
    }

    [Fact]
    public void A_weaker_one_stays_a_hint()
    {
        var row = Only(Suggestion(Rows.Anna, 0.4999999999m, false));

        row.ValidationStatus.ShouldBe(AssociationStatus.NoMatch);
        row.SuggestedStudentId.ShouldBeNull();
        row.Suggestions.Count.ShouldBe(1);
        row.NoMatchReason.ShouldBe(NoMatchReason.NoCandidate);
    }

    [Fact]
    public void Strangers_are_refused_and_counted_and_cost_the_essay_nothing()
    {
        var intake = Read(
            Result(1, Suggestion(Rows.Id(7), 0.99m, true), Suggestion(Rows.Anna, 0.8m, true)),
            Result(2, Suggestion(Rows.Id(8), 0.9m))
        );

        intake.Refused.ShouldBe(2);
        var rows = Applied(intake, 2);
        rows[0].SuggestedStudentId.ShouldBe(Rows.Anna);
        rows[1].NoMatchReason.ShouldBe(NoMatchReason.InvalidSuggestion);
    }

    [Theory]
    [InlineData("0.7", "0.6", true)]
    [InlineData("0.7", "0.6000000001", false)]
    [InlineData("0.6999999999", "0.1", false)]
    [Trait("Scenario", "S-506")]
    public void What_may_be_confirmed_automatically_is_computed_where_the_producer_is_silent(string first, string second, bool eligible) =>
        Only(Suggestion(Rows.Anna, decimal.Parse(first)), Suggestion(Rows.Bo, decimal.Parse(second)))
            .AutoConfirmEligible.ShouldBe(eligible);

    [Fact]
    [Trait("Scenario", "S-506")]
    public void Two_essays_with_the_same_first_student_are_not_computed_as_eligible() =>
        Applied(Read(Result(1, Suggestion(Rows.Anna, 0.95m)), Result(2, Suggestion(Rows.Anna, 0.9m))), 2)
            .ShouldAllBe(row => !row.AutoConfirmEligible);

    [Fact]
    public void What_the_producer_says_about_eligibility_stands()
    {
        Only(Suggestion(Rows.Anna, 0.95m, false)).AutoConfirmEligible.ShouldBeFalse();
        Only(Suggestion(Rows.Anna, 0.6m, true)).AutoConfirmEligible.ShouldBeTrue();
    }

    [Fact]
    public void A_decided_row_keeps_its_decision_and_takes_the_suggestions_for_display()
    {
        var decided = Rows.Undecided(1) with
        {
            Decision = Decision.Chosen,
            DecidedStudentId = Rows.Bo,
            ValidationStatus = AssociationStatus.Confirmed,
        };

        var row = Read(Result(1, Suggestion(Rows.Anna, 0.95m, true))).Apply(decided);

        row.ValidationStatus.ShouldBe(AssociationStatus.Confirmed);
        row.DecidedStudentId.ShouldBe(Rows.Bo);
        row.SuggestedStudentId.ShouldBe(Rows.Anna);
    }

    [Fact]
    public void An_essay_without_a_result_is_not_reported()
    {
        var awaiting = Rows.Undecided(2) with { NoMatchReason = NoMatchReason.AwaitingSuggestions };

        Read(Result(1, Suggestion(Rows.Anna, 0.95m, true))).Apply(awaiting).NoMatchReason.ShouldBe(NoMatchReason.NotReported);
    }

    [Fact]
    public void An_essay_that_was_not_awaiting_keeps_its_reason_when_nothing_is_said_about_it()
    {
        var row = Rows.Undecided(2);

        Read(Result(1, Suggestion(Rows.Anna, 0.95m, true))).Apply(row).ShouldBeSameAs(row);
    }

    [Fact]
    public void Scores_outside_nought_to_one_do_not_count_and_both_ends_do()
    {
        var intake = Read(
            Result(1, Suggestion(Rows.Anna, 1m, true), Suggestion(Rows.Bo, 0m, false)),
            Result(2, Suggestion(Rows.Anna, 1.0000000001m, true), Suggestion(Rows.Bo, -0.0000000001m, false))
        );

        var rows = Applied(intake, 2);
        rows[0].Suggestions.Select(suggestion => suggestion.Score).ShouldBe([1m, 0m]);
        rows[1].Suggestions.ShouldBeEmpty();
        rows[1].NoMatchReason.ShouldBe(NoMatchReason.InvalidSuggestion);
        intake.Refused.ShouldBe(2);
    }

    [Fact]
    public void What_could_not_be_read_at_all_is_counted_with_what_does_not_count()
    {
        EnteredSuggestions entered = [Suggestion(Rows.Anna, 0.9m), Suggestion(Rows.Id(7), 0.9m)];
        entered.Refused = 3;

        Read(Result(1) with { Suggestions = entered }).Refused.ShouldBe(4);
    }

    [Fact]
    public void The_best_suggestion_stands_first_whatever_their_order_and_a_student_counts_once()
    {
        var row = Only(Suggestion(Rows.Bo, 0.6m, false), Suggestion(Rows.Anna, 0.9m, true), Suggestion(Rows.Bo, 0.8m, true));

        row.Suggestions.Select(suggestion => (suggestion.StudentId, suggestion.Score)).ShouldBe([(Rows.Anna, 0.9m), (Rows.Bo, 0.8m)]);
        row.AutoConfirmEligible.ShouldBeTrue();
    }

    [Fact]
    public void Ten_suggestions_of_an_essay_are_kept()
    {
        var everybody = Enumerable.Range(0, 12).Select(n => Rows.Id(200 + n)).ToList();
        var result = Result(1, [.. everybody.Select((student, n) => Suggestion(student, 0.9m - (n * 0.01m), false))]);

        var intake = SuggestionIntake.Read(Message(result), everybody.ToHashSet(), Thresholds);

        Applied(intake, 1)[0].Suggestions.Select(suggestion => suggestion.StudentId).ShouldBe(everybody.Take(10));
        intake.Refused.ShouldBe(2);
    }

    [Fact]
    public void A_producer_that_repeats_an_essay_is_believed_the_first_time() =>
        Applied(Read(Result(1, Suggestion(Rows.Anna, 0.9m, true)), Result(1, Suggestion(Rows.Bo, 0.95m, true))), 1)[0]
            .SuggestedStudentId.ShouldBe(Rows.Anna);

    [Fact]
    public void An_essay_without_suggestions_says_why_and_has_no_score()
    {
        var row = Only();

        row.NoMatchReason.ShouldBe(NoMatchReason.NoIdentifier);
        row.ConfidenceScore.ShouldBeNull();
        row.MatchReasons.ShouldBeEmpty();
        row.SuggestedStudentId.ShouldBeNull();
        row.AutoConfirmEligible.ShouldBeFalse();
        row.ValidationStatus.ShouldBe(AssociationStatus.NoMatch);
    }

    [Fact]
    public void A_weak_suggestion_keeps_the_reason_that_matching_gave() =>
        Applied(Read(Result(1, Suggestion(Rows.Anna, 0.4m, false)) with { NoMatchReason = NoMatchReason.NoIdentifier }), 1)[0]
            .NoMatchReason.ShouldBe(NoMatchReason.NoIdentifier);

    [Fact]
    public void The_name_of_the_file_that_a_row_has_already_stays()
    {
        var intake = Read(Result(1, Suggestion(Rows.Anna, 0.95m, true)));

        intake.Apply(Rows.Undecided(1) with { FileName = "as uploaded.txt" }).FileName.ShouldBe("as uploaded.txt");
        intake.Apply(Rows.Undecided(1) with { FileName = null }).FileName.ShouldBe("1.txt");
    }

    [Fact]
    public void The_class_is_asked_about_every_student_who_is_proposed_once() =>
        SuggestionIntake
            .StudentsIn(Message(Result(1, Suggestion(Rows.Anna, 0.9m), Suggestion(Rows.Bo, 0.5m)), Result(2, Suggestion(Rows.Anna, 0.9m))))
            .ShouldBe([Rows.Anna, Rows.Bo], ignoreOrder: true);
}
