using Phase1.EssayLifecycle.Confirmations;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Unit.Tests.EssayLifecycle.Slots;

namespace Phase1.Unit.Tests.EssayLifecycle.Confirmations;

public sealed class ContradictionsTests
{
    readonly BatchFacts _batch = new(2);

    [Fact]
    public void A_decision_that_fits_its_batch_is_not_refused()
    {
        var book = SlotBookOf.Complete(_batch);

        Should.NotThrow(() => Contradictions.Refuse(book, _batch.Confirmed(_batch.Decided(1, 1), _batch.Decided(2, pupil: null))));
        Should.NotThrow(() => Contradictions.Refuse(book, _batch.Corrected(2, 1, version: 2)));
    }

    [Fact]
    public void An_essay_of_another_batch_is_refused()
    {
        var correction = _batch.Corrected(3, 1, version: 2);

        Refused(_batch.Confirmed(_batch.Decided(1, 1), _batch.Decided(3, 3)));
        Should.Throw<ContractViolationException>(() => Contradictions.Refuse(SlotBookOf.Complete(_batch), correction));
    }

    [Fact]
    public void Another_course_or_class_is_refused()
    {
        Refused(_batch.AllConfirmed() with { CourseCode = CourseCode.Eng5 });
        Refused(_batch.AllConfirmed() with { ClassId = _batch.BatchId });
    }

    [Fact]
    public void Excluding_every_text_is_refused_for_nothing_would_be_left_to_release() =>
        Refused(_batch.Confirmed(_batch.Decided(1, pupil: null), _batch.Decided(2, pupil: null)));

    [Fact]
    public void The_reason_says_what_does_not_fit()
    {
        ReasonOf(_batch.Confirmed(_batch.Decided(3, 3))).ShouldBe("associations: an essay is not one of the batch's");
        ReasonOf(_batch.AllConfirmed() with { ClassId = _batch.BatchId }).ShouldBe("class_id: not the batch's class");
        ReasonOf(_batch.AllConfirmed() with { CourseCode = CourseCode.Eng5 }).ShouldBe("course_code: not the batch's course");
        ReasonOf(_batch.Confirmed(_batch.Decided(1, pupil: null), _batch.Decided(2, pupil: null)))
            .ShouldBe("associations: every essay of the batch would be excluded");
        Should
            .Throw<ContractViolationException>(() => Contradictions.Refuse(SlotBookOf.Complete(_batch), _batch.Corrected(3, 1, version: 2)))
            .Reason.ShouldBe("essay_id: not one of the batch's");
    }

    [Fact]
    public void A_correction_of_another_course_is_refused() =>
        Should.Throw<ContractViolationException>(() =>
            Contradictions.Refuse(SlotBookOf.Complete(_batch), _batch.Corrected(2, 1, version: 2) with { CourseCode = CourseCode.Eng5 })
        );

    [Fact]
    public void A_late_exclusion_of_everything_is_no_contradiction_of_a_released_batch()
    {
        var book = SlotBookOf.Complete(_batch);
        book.Tracker.ReadyPublishedAt = BatchFacts.Now;

        Should.NotThrow(() =>
            Contradictions.Refuse(book, _batch.Confirmed(_batch.Decided(1, pupil: null), _batch.Decided(2, pupil: null)))
        );
    }

    string ReasonOf(StudentAssociationsConfirmed confirmed) =>
        Should.Throw<ContractViolationException>(() => Contradictions.Refuse(SlotBookOf.Complete(_batch), confirmed)).Reason;

    void Refused(StudentAssociationsConfirmed confirmed) =>
        Should
            .Throw<ContractViolationException>(() => Contradictions.Refuse(SlotBookOf.Complete(_batch), confirmed))
            .ReasonCode.ShouldBe(ViolationCodes.ContradictoryFact);
}
