using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Operator;

/// <summary>What an operator can do with dead letters: look, run again, give up for good. Every act says who and when.</summary>
sealed class DeadLetterStore(
    UnitOfWork work,
    DbContext context,
    DeadLetterTable letters,
    HeldMessageTable held,
    InboxTable inbox,
    RecordAdmission admission,
    MessagingOptions options,
    TimeProvider clock
)
{
    public Task<List<DeadLetterView>> ListAsync(DeadLetterFilter filter, int limit, Guid? before, CancellationToken cancellationToken) =>
        context
            .Set<DeadLetter>()
            .AsNoTracking()
            .Where(l => filter.State == null || l.State == filter.State)
            .Where(l => filter.Topic == null || l.Topic == filter.Topic)
            .Where(l => filter.ReasonCode == null || l.ReasonCode == filter.ReasonCode)
            .Where(l => filter.BatchId == null || l.BatchId == filter.BatchId)
            .Where(l => before == null || l.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(l => l.Id)
            .Take(limit)
            .Select(l => View(l))
            .ToListAsync(cancellationToken);

    public async Task<DeadLetterView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Set<DeadLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellationToken) is { } letter
            ? View(letter) with
            {
                History = await HistoryAsync(id, cancellationToken),
            }
            : null;

    Task<List<DeadLetterAct>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<DeadLetterHistoryEntry>()
            .AsNoTracking()
            .Where(e => e.DeadLetterId == id)
            .OrderBy(e => e.Seq)
            .Select(e => new DeadLetterAct(e.Act, e.At, e.By, e.ReasonCode, e.Attempts, e.Note))
            .ToListAsync(cancellationToken);

    /// <summary>The body, with a row that says who looked at it.</summary>
    public async Task<byte[]?> ReadBodyAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var letter = await context.Set<DeadLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellationToken);
        if (letter is null)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        context.Add(
            new DeadLetterAccess
            {
                Id = Guid.CreateVersion7(now),
                DeadLetterId = id,
                ReadBy = by,
                ReadAt = now,
            }
        );
        await context.SaveChangesAsync(cancellationToken);
        return letter.Body;
    }

    public Task<Resolution> RedriveAsync(Guid id, string by, CancellationToken cancellationToken) =>
        ResolveAsync(id, letter => ToRedrive(letter, by), cancellationToken);

    public Task<Resolution> DiscardAsync(Guid id, string by, string note, CancellationToken cancellationToken) =>
        ResolveAsync(
            id,
            _ => [letters.ToResolve(id, DeadLetterState.Discarded, by, note), HeldMessageTable.ToDelete(id)],
            cancellationToken
        );

    async Task<Resolution> ResolveAsync(
        Guid id,
        Func<DeadLetter, IReadOnlyList<NpgsqlBatchCommand>?> statements,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var letter = await context
            .Set<DeadLetter>()
            .FromSql(DeadLetterTable.Lock(id))
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
        if (letter is not { State: DeadLetterState.Open })
        {
            return letter is null ? Resolution.NotFound : Resolution.NotOpen;
        }
        if (statements(letter) is not { } resolving)
        {
            return Resolution.StillUnreadable;
        }
        await work.CommitAsync(resolving, cancellationToken);
        return Resolution.Done;
    }

    /// <summary>Null when the record still breaks the contract.</summary>
    IReadOnlyList<NpgsqlBatchCommand>? ToRedrive(DeadLetter letter, string by)
    {
        var place = new LogRecord(letter.Topic, letter.Partition ?? 0, letter.LogOffset ?? 0, letter.RecordKey, letter.Body);
        var record = InboundRecord.Read(place, options.TopicPrefix);
        if (record.Envelope is not { Header: var header } || admission.CheckSource(letter.Topic, header) is not null)
        {
            return null;
        }
        var resolve = letters.ToResolve(letter.Id, DeadLetterState.Redriven, by, null);
        return letter.Origin == DeadLetterOrigin.Outbox
            ? [resolve, OutboxTable.ToInsert([ToEvent(letter, record)], clock.GetUtcNow())]
            : [resolve, held.ToMakeDue(letter.Id), inbox.ToForget(record.EventId), held.ToHold(letter, record)];
    }

    // It was never published: it goes to the outbox again, with its old event id.
    static OutboxEntry ToEvent(DeadLetter letter, InboundRecord record) =>
        new()
        {
            EventId = record.EventId,
            Topic = letter.Topic,
            PartitionKey = record.Key,
            Envelope = letter.Body,
            Headers = RecordHeaders.Of(record.Envelope!.Value.Header),
        };

    static DeadLetterView View(DeadLetter l) =>
        new(
            l.Id,
            l.Consumer,
            WireEnum.Name(l.Origin),
            l.Topic,
            l.Partition,
            l.LogOffset,
            l.EventId,
            l.BatchId,
            l.CorrelationId,
            l.ReasonCode,
            l.Reason,
            l.Stack,
            l.Attempts,
            l.FirstFailedAt,
            l.LastFailedAt,
            WireEnum.Name(l.State),
            l.ResolvedBy,
            l.ResolvedAt,
            l.Note,
            null
        );
}

/// <summary>Which dead letters to list; null means any.</summary>
sealed record DeadLetterFilter(DeadLetterState? State, string? Topic, string? ReasonCode, Guid? BatchId);

/// <summary>How an operator's act on a dead letter ended.</summary>
enum Resolution
{
    Done,
    NotFound,
    NotOpen,
    StillUnreadable,
}
