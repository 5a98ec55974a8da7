using Phase1.EssayLifecycle.Confirmations;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Unit.Tests.Slots;

namespace Phase1.Unit.Tests.Confirmations;

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

    void Refused(StudentAssociationsConfirmed confirmed) =>
        Should
            .Throw<ContractViolationException>(() => Contradictions.Refuse(SlotBookOf.Complete(_batch), confirmed))
            .ReasonCode.ShouldBe(ViolationCodes.InvalidValue);
}
