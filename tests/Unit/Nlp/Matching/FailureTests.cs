using Phase1.Events;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Tests.Infrastructure.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

public sealed class FailureTests
{
    static readonly MatchingThresholds Thresholds = new();

    [Fact]
    public void A_missing_text_and_a_failing_essay_leave_the_others_alone()
    {
        BatchMatcher matcher = new(
            Thresholds,
            new EssayMatcher(
                Thresholds,
                ReadingSteps.InOrder,
                new NameMatcher(Thresholds, [new FailsFor("Quentin Varga"), .. NameRules.InOrder]),
                new EmailMatcher(Thresholds)
            )
        );

        var essays = matcher
            .Match(
                ClassNv26b.Students,
                [
                    new EssayText("e1", null, "Tove Hallgren"),
                    new EssayText("e2", "priya_raman.docx", null),
                    new EssayText("e3", null, "Quentin Varga"),
                ]
            )
            .Essays;

        essays.Select(essay => essay.NoMatchReason).ShouldBe([null, NoMatchReason.TextUnavailable, NoMatchReason.ProcessingError]);
        essays[0].Status.ShouldBe(MatchStatus.HighConfidence);
        essays[1].Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void A_reading_step_that_throws_is_skipped_and_counted()
    {
        EssayMatcher essays = new(
            Thresholds,
            [new Throws(), .. ReadingSteps.InOrder],
            new NameMatcher(Thresholds),
            new EmailMatcher(Thresholds)
        );

        var match = new BatchMatcher(Thresholds, essays).Match(ClassNv26b.Students, [new EssayText("e1", null, "Tove Hallgren")]).Essays[0];

        match.SkippedSteps.ShouldBe(1);
        match.Status.ShouldBe(MatchStatus.HighConfidence);
    }

    sealed class Throws : IReadingStep
    {
        public void Read(EssayReading reading) => throw new InvalidOperationException("A planted failure.");
    }
}
