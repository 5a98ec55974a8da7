using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>Record 10: matching has spoken. Before the request has opened the set, the suggestions wait for it.</summary>
sealed class BatchAuthorMatchesSuggestedConsumer(
    LockedSets sets,
    CancelledBatches cancelled,
    SetSuggestions suggestions,
    PendingSuggestions pending,
    UnitOfWork work
) : IConsumer<BatchAuthorMatchesSuggested>
{
    public async Task Consume(ConsumeContext<BatchAuthorMatchesSuggested> context)
    {
        var message = context.Message;
        var token = context.CancellationToken;
        if (await sets.LockAsync(message.BatchId, token) is { } set)
        {
            work.Outcome = await suggestions.ApplyAsync(set, await sets.RowsAsync(set.BatchId, token), message, work.Cause, token);
        }
        else if (await cancelled.ContainAsync(message.BatchId, token))
        {
            work.Outcome = RecordOutcome.Stale;
        }
        else
        {
            work.Outcome = await pending.KeepAsync(message, token);
        }
    }
}
