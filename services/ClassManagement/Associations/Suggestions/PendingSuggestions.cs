using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>Keeps suggestions that came before the matching request, and applies them, in arrival order, in the transaction that opens the set.</summary>
sealed partial class PendingSuggestions(
    ClassManagementDbContext db,
    SetSuggestions suggestions,
    UnitOfWork work,
    TimeProvider clock,
    ILogger<PendingSuggestions> logger
)
{
    // Locked, since those that have waited for too long are taken away meanwhile.
    readonly RowsByBatch<PendingSuggestion> _waiting = new(
        work,
        ids =>
            db.PendingSuggestions.FromSql($"select * from pending_suggestions where batch_id = any({ids}) order by arrival for update")
                .AsNoTracking(),
        pending => pending.BatchId
    );

    internal async Task<RecordOutcome> KeepAsync(BatchAuthorMatchesSuggested suggested, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pending = new PendingSuggestion
        {
            BatchId = suggested.BatchId,
            EventId = work.Cause.CausationId!.Value,
            Envelope = WaitingFact.Write(suggested, work.Cause, now),
            ReceivedAt = now,
        };
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into pending_suggestions (batch_id, event_id, envelope, received_at)
            values ({pending.BatchId}, {pending.EventId}, {pending.Envelope}::jsonb, {pending.ReceivedAt})
            """,
            cancellationToken
        );
        _waiting.Add(pending);
        return RecordOutcome.Parked;
    }

    /// <summary>Applies what waits for a set that has been opened in this unit of work.</summary>
    internal async Task ApplyAsync(AssociationSet set, IReadOnlyList<Association> rows, CancellationToken cancellationToken)
    {
        var waiting = await _waiting.OfAsync(set.BatchId, cancellationToken);
        foreach (var pending in waiting)
        {
            await ApplyAsync(set, rows, pending, cancellationToken);
        }
        if (waiting.Count > 0)
        {
            await DropAsync(set.BatchId, cancellationToken);
        }
    }

    internal Task DropAsync(Guid batchId, CancellationToken cancellationToken) =>
        db.PendingSuggestions.Where(pending => pending.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);

    // A contradiction is not the fault of the request: it is a dead letter of its own, and the batch goes on.
    async Task ApplyAsync(
        AssociationSet set,
        IReadOnlyList<Association> rows,
        PendingSuggestion pending,
        CancellationToken cancellationToken
    )
    {
        var waiting = WaitingFact.Read<BatchAuthorMatchesSuggested>(pending.Envelope);
        try
        {
            await suggestions.ApplyAsync(set, rows, waiting.Fact, waiting.Cause, cancellationToken);
        }
        catch (ContractViolationException violation)
        {
            LogContradiction(logger, pending.EventId, pending.BatchId, violation.ReasonCode, violation.Reason);
            await work.GiveUpAsync(pending.Envelope, violation.ReasonCode, violation.Reason, pending.ReceivedAt, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Waiting suggestions {EventId} contradict batch {BatchId} and are given up: {ReasonCode}, {Reason}")]
    static partial void LogContradiction(ILogger logger, Guid eventId, Guid batchId, string reasonCode, string reason);
}
