using Phase1.EssayLifecycle.Confirmations;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Unit.Tests.EssayLifecycle.Slots;

namespace Phase1.Unit.Tests.EssayLifecycle.Confirmations;

public sealed class ReleaseTests
{
    static readonly DateTimeOffset Now = BatchFacts.Now;
    readonly BatchFacts _batch = new(2);

    [Fact]
    public void A_complete_batch_with_every_author_decided_is_released_without_the_excluded_ones()
    {
        var book = Decided();
        book.Essays[1].Status = EssayStatus.Excluded;

        var ready = Release.Of(book).ShouldNotBeNull();

        ready.ReadyEssays.ShouldHaveSingleItem().EssayId.ShouldBe(_batch.EssayId(1));
        (ready.BatchId, ready.CourseCode, ready.CourseLanguage, ready.ClassType).ShouldBe(
            (_batch.BatchId, CourseCode.Sv2, Language.Sv, BatchKind.Regular)
        );
    }

    [Fact]
    public void One_undecided_text_holds_the_batch_back()
    {
        var book = SlotBookOf.Complete(_batch);
        book.Essays[0].Confirm(_batch.Decided(1, student: 1), Now);

        Release.Of(book).ShouldBeNull();
    }

    [Fact]
    public void A_batch_is_released_once_complete_and_never_when_cancelled()
    {
        var (released, cancelled, incomplete) = (Decided(), Decided(), Decided());
        released.Tracker.ReadyPublishedAt = Now;
        cancelled.Tracker.CancelledAt = Now;
        incomplete.Tracker.CompletionPublishedAt = null;

        Release.Of(released).ShouldBeNull();
        Release.Of(cancelled).ShouldBeNull();
        Release.Of(incomplete).ShouldBeNull();
    }

    [Fact]
    public void A_batch_without_a_text_is_not_released()
    {
        var book = Decided();
        foreach (var essay in book.Essays)
        {
            essay.Status = EssayStatus.Excluded;
        }

        Release.Of(book).ShouldBeNull();
    }

    SlotBook Decided()
    {
        var book = SlotBookOf.Complete(_batch);
        book.Essays[0].Confirm(_batch.Decided(1, student: 1), Now);
        book.Essays[1].Confirm(_batch.Decided(2, student: 2), Now);
        return book;
    }
}
