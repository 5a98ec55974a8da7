using Phase1.EssayLifecycle.Confirmations;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Unit.Tests.EssayLifecycle.Slots;

namespace Phase1.Unit.Tests.EssayLifecycle.Confirmations;

public sealed class EssayDecisionsTests
{
    static readonly DateTimeOffset Now = BatchFacts.Now;
    readonly BatchFacts _batch = new(1);
    readonly Essay _essay;

    public EssayDecisionsTests() => _essay = SlotBookOf.Complete(_batch).Essays[0];

    [Fact]
    public void A_confirmation_writes_student_method_and_time()
    {
        _essay.Confirm(_batch.Decided(1, student: 5), Now.AddDays(1)).ShouldBeTrue();

        _essay.StudentId.ShouldBe(_batch.StudentId(5));
        _essay.AssociationMethod.ShouldBe(ValidationMethod.Human);
        _essay.AssociationConfirmedAt.ShouldBe(Now);
        _essay.AssociationVersion.ShouldBe(1);
        _essay.Status.ShouldBe(EssayStatus.ReadyForProcessing);
    }

    [Fact]
    public void An_excluded_essay_has_no_student_and_is_no_text_any_more()
    {
        _essay.Confirm(_batch.Decided(1, student: null), Now).ShouldBeTrue();

        _essay.Status.ShouldBe(EssayStatus.Excluded);
        _essay.StudentId.ShouldBeNull();
        _essay.Correct(_batch.Corrected(1, student: 2, version: 2), Now).ShouldBeFalse();
    }

    [Fact]
    public void The_same_confirmation_changes_an_essay_once()
    {
        _essay.Confirm(_batch.Decided(1, student: 1, version: null), Now).ShouldBeTrue();
        _essay.Confirm(_batch.Decided(1, student: 1, version: null), Now).ShouldBeFalse();
        _essay.Confirm(_batch.Decided(1, student: 2), Now).ShouldBeFalse();

        _essay.StudentId.ShouldBe(_batch.StudentId(1));
    }

    [Fact]
    [Trait("Scenario", "S-210")]
    public void Corrections_stand_by_version_in_whatever_order_they_come()
    {
        _essay.Correct(_batch.Corrected(1, student: 3, version: 3), Now).ShouldBeTrue();
        _essay.Correct(_batch.Corrected(1, student: 2, version: 2), Now).ShouldBeFalse();
        _essay.Confirm(_batch.Decided(1, student: 1), Now).ShouldBeFalse();

        _essay.StudentId.ShouldBe(_batch.StudentId(3));
        _essay.AssociationVersion.ShouldBe(3);
        _essay.IsDecided.ShouldBeTrue();
    }

    [Fact]
    public void The_same_version_twice_changes_nothing_the_second_time()
    {
        _essay.Confirm(_batch.Decided(1, student: 1, version: 4), Now).ShouldBeTrue();
        _essay.AssociationVersion.ShouldBe(4);
        _essay.Correct(_batch.Corrected(1, student: 2, version: 4), Now).ShouldBeFalse();
        _essay.Correct(_batch.Corrected(1, student: 2, version: 5), Now).ShouldBeTrue();
    }

    [Fact]
    public void A_slot_without_a_text_has_nothing_to_decide()
    {
        var book = SlotBookOf.Registered(_batch);
        book.Fail(_batch.Failed(1), Now);

        book.Essays[0].Confirm(_batch.Decided(1, student: 1), Now).ShouldBeFalse();
        book.Essays[0].StudentId.ShouldBeNull();
    }

    [Fact]
    [Trait("Scenario", "S-724")]
    public void What_CMS_holds_stands_whatever_version_was_applied_before()
    {
        _essay.Confirm(_batch.Decided(1, student: 7, version: 99), Now);

        _essay.Restate(_batch.Decided(1, student: 1, version: 2), Now).ShouldBeTrue();
        _essay.Restate(_batch.Decided(1, student: 1, version: 2), Now).ShouldBeFalse();

        (_essay.StudentId, _essay.AssociationVersion).ShouldBe((_batch.StudentId(1), 2));
        _essay.Correct(_batch.Corrected(1, student: 3, version: 3), Now).ShouldBeTrue();
    }

    [Fact]
    [Trait("Scenario", "S-724")]
    public void Where_CMS_holds_no_author_there_is_none_and_the_first_decision_counts_again()
    {
        _essay.Confirm(_batch.Decided(1, student: 7, version: 99), Now);

        _essay.Restate(null, Now).ShouldBeTrue();
        _essay.Restate(null, Now).ShouldBeFalse();

        (_essay.StudentId, _essay.IsDecided).ShouldBe((null, false));
        _essay.Confirm(_batch.Decided(1, student: 1), Now).ShouldBeTrue();
    }

    [Fact]
    [Trait("Scenario", "S-724")]
    public void An_essay_is_left_out_and_taken_in_again()
    {
        _essay.Restate(_batch.Decided(1, student: null), Now).ShouldBeTrue();
        _essay.Status.ShouldBe(EssayStatus.Excluded);

        _essay.Restate(_batch.Decided(1, student: 1), Now).ShouldBeTrue();

        (_essay.Status, _essay.StudentId).ShouldBe((EssayStatus.ReadyForProcessing, _batch.StudentId(1)));
    }

    [Fact]
    public void A_slot_without_a_text_has_nothing_to_restate()
    {
        var book = SlotBookOf.Registered(_batch);
        book.Fail(_batch.Failed(1), Now);

        book.Essays[0].Restate(_batch.Decided(1, student: 1), Now).ShouldBeFalse();
        book.Essays[0].Status.ShouldBe(EssayStatus.ContentIngestionFailed);
    }
}
