using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.EssayLifecycle.Slots;

/// <summary>Slot books for the tests of ELS's decisions.</summary>
static class SlotBookOf
{
    /// <summary>A batch as its registration makes it.</summary>
    public static SlotBook Registered(BatchFacts batch)
    {
        var registered = batch.Registered();
        var essays = registered.EssayIds.Select(
            (essayId, index) =>
                new Essay
                {
                    EssayId = essayId,
                    BatchId = batch.BatchId,
                    Ordinal = index + 1,
                    UpdatedAt = BatchFacts.Now,
                }
        );
        return new SlotBook(BatchTracker.Of(registered, batch.CorrelationId, BatchFacts.Now), [.. essays]);
    }

    /// <summary>A batch whose slots have all taken a text.</summary>
    public static SlotBook Complete(BatchFacts batch)
    {
        var book = Registered(batch);
        for (var file = 1; file <= book.Essays.Count; file++)
        {
            book.Assign(batch.Content(file), BatchFacts.Now);
        }
        book.Tracker.CompletionPublishedAt = BatchFacts.Now;
        return book;
    }
}
