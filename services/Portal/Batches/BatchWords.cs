using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;

namespace Phase1.Portal.Batches;

/// <summary>A batch of a list in one sentence: what the list knows of it.</summary>
static class BatchWords
{
    internal static string Of(BatchDocument batch, IWords say, Moments moments) =>
        Sentence.Of(
            new ExplanationDocument(batch.BatchId, batch.Status, batch.AutoConfirmDeadline, new(null, batch.Decisions), batch, []),
            say,
            moments
        );
}
