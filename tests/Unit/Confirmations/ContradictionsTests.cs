using Phase1.EssayLifecycle.Confirmations;
using Phase1.Events;
using static Phase1.Unit.Tests.Slots.EssayFacts;

namespace Phase1.Unit.Tests.Confirmations;

public sealed class ContradictionsTests
{
    [Fact]
    public void A_decision_that_fits_its_batch_is_not_refused()
    {
        Should.NotThrow(() => Contradictions.Refuse(CompleteBook(2), Confirmed(Decided(1, 1), Decided(2, pupil: null))));
        Should.NotThrow(() => Contradictions.Refuse(CompleteBook(2), Corrected(2, 1, version: 2)));
    }

    [Fact]
    public void An_essay_of_another_batch_is_refused()
    {
        Refused(Confirmed(Decided(1, 1), Decided(3, 3)));
        Should.Throw<ContractViolationException>(() => Contradictions.Refuse(CompleteBook(2), Corrected(3, 1, version: 2)));
    }

    [Fact]
    public void Another_course_or_class_is_refused()
    {
        Refused(Confirmed(Decided(1, 1)) with { CourseCode = CourseCode.Eng5 });
        Refused(Confirmed(Decided(1, 1)) with { ClassId = BatchId });
    }

    [Fact]
    public void Excluding_every_text_is_refused_for_nothing_would_be_left_to_release()
    {
        Refused(Confirmed(Decided(1, pupil: null), Decided(2, pupil: null)));
    }

    static void Refused(StudentAssociationsConfirmed confirmed) =>
        Should
            .Throw<ContractViolationException>(() => Contradictions.Refuse(CompleteBook(2), confirmed))
            .ReasonCode.ShouldBe(ViolationCodes.InvalidValue);
}
