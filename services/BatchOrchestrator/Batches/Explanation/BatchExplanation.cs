using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>Why a batch is where it is: what it waits for, until when, and one plain sentence.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="WaitsFor">Who or what has to act next.</param>
/// <param name="Deadline">When it goes on by itself; null when it does not.</param>
/// <param name="Explanation">For people.</param>
/// <param name="Progress">The numbers in it.</param>
/// <param name="Details">Everything else that is known.</param>
/// <param name="Unavailable">Services that could not be asked; the sentence says less without them.</param>
sealed record BatchExplanation(
    Guid BatchId,
    BatchStatus Status,
    WaitsFor WaitsFor,
    DateTimeOffset? Deadline,
    string Explanation,
    BatchProgress Progress,
    StatusDocument Details,
    IReadOnlyList<string> Unavailable
);

/// <summary>Who or what a batch waits for.</summary>
enum WaitsFor
{
    Nothing,
    Texts,
    Matching,
    TeacherDecisions,
    Release,
    TeacherStart,
    Pipeline,
}
