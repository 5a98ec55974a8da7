using MassTransit;
using Phase1.ClassManagement.Associations.Suggestions;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Opening;

/// <summary>
/// Record 9: matching has been asked for. Opens the set, so that the teacher can decide and the deadline runs even while matching is away;
/// suggestions that came first are applied now.
/// </summary>
sealed class BatchStudentMatchingRequestedConsumer(LockedSets sets, UnitOfWork work, SetOpening opening, PendingSuggestions pending)
    : IConsumer<BatchStudentMatchingRequested>
{
    public async Task Consume(ConsumeContext<BatchStudentMatchingRequested> context)
    {
        var request = context.Message;
        var token = context.CancellationToken;
        if (await sets.LockAsync(request.BatchId, token) is { } known)
        {
            Contradictions.Refuse(known, await sets.RowsAsync(known.BatchId, token), request, work.Cause);
            work.Outcome = RecordOutcome.Duplicate;
        }
        else if (await opening.OpenAsync(request, token) is { } opened)
        {
            var rows = NewRows.Awaiting(request);
            sets.Add(rows);
            await pending.ApplyAsync(opened, rows, token);
        }
        else
        {
            work.Outcome = RecordOutcome.Stale;
        }
    }
}
