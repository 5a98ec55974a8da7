using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging.Inbox;
using Phase1.Messaging.Log;
using Phase1.Messaging.Outbox;
using Phase1.Messaging.Pump;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.DeadLetters;

/// <summary>What an operator can do with dead letters: look, run again, give up for good. Every act says who and when.</summary>
sealed class DeadLetterStore(
    UnitOfWork work,
    DbContext context,
    DeadLetterStatements statements,
    RecordAdmission admission,
    MessagingOptions options,
    TimeProvider clock
)
{
    // The dead letter stands first of its key and becomes due; its followers come after it.
    const string MakeDue = "update held_messages set next_attempt_at = $2, attempts = 0 where dead_letter_id = $1";

    // A violation held nothing up; redriven, it goes behind whatever is held under its key now.
    const string HoldAgain = """
        insert into held_messages (consumer, record_key, event_id, topic, partition, log_offset, batch_id, envelope, held_at, attempts,
                                   next_attempt_at, dead_letter_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $9, $10) on conflict (consumer, event_id) do nothing
        """;

    // An event that the log rejected was never published: it goes to the outbox again, with its old event id.
    const string SendAgain = """
        insert into outbox (event_id, topic, partition_key, envelope, headers, created_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (event_id) do nothing
        """;

    const string ForgetRefusal = "delete from inbox where consumer = $1 and event_id = $2 and outcome = 'contract_violation'";

    const string Release = "delete from held_messages where dead_letter_id = $1";

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

    public async Task<Resolution> RedriveAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await LockAsync(id, cancellationToken) is not { } letter)
        {
            return Resolution.NotFound;
        }
        if (letter.State != DeadLetterState.Open)
        {
            return Resolution.NotOpen;
        }
        var record = new LogRecord(letter.Topic, letter.Partition, letter.LogOffset, letter.RecordKey, letter.Body, "{}");
        var read = InboundRecord.Read(record, options.TopicPrefix);
        if (read.Envelope is not { Header: var header } || admission.CheckSource(letter.Topic, header) is not null)
        {
            return Resolution.StillUnreadable;
        }
        await ExecuteAsync(
            [
                statements.ToResolve(id, DeadLetterState.Redriven, by, null),
                .. letter.Partition < 0 ? [ToSendAgain(letter, read)] : RedriveCommands(letter, read),
            ],
            cancellationToken
        );
        await work.CommitAsync(cancellationToken);
        return Resolution.Done;
    }

    public async Task<Resolution> DiscardAsync(Guid id, string by, string note, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await LockAsync(id, cancellationToken) is not { } letter)
        {
            return Resolution.NotFound;
        }
        if (letter.State != DeadLetterState.Open)
        {
            return Resolution.NotOpen;
        }
        await ExecuteAsync(
            [statements.ToResolve(id, DeadLetterState.Discarded, by, note), new(Release) { Parameters = { new() { Value = id } } }],
            cancellationToken
        );
        await work.CommitAsync(cancellationToken);
        return Resolution.Done;
    }

    Task<DeadLetter?> LockAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<DeadLetter>()
            .FromSql($"select * from dead_letters where id = {id} for update")
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);

    NpgsqlBatchCommand ToSendAgain(DeadLetter letter, InboundRecord record) =>
        new(SendAgain)
        {
            Parameters =
            {
                new() { Value = record.EventId },
                new() { Value = letter.Topic },
                new() { Value = record.Key },
                new() { Value = letter.Body },
                new() { Value = RecordHeaders.Of(record.Envelope!.Value.Header) },
                new() { Value = clock.GetUtcNow() },
            },
        };

    IEnumerable<NpgsqlBatchCommand> RedriveCommands(DeadLetter letter, InboundRecord record)
    {
        var now = clock.GetUtcNow();
        yield return new(MakeDue)
        {
            Parameters =
            {
                new() { Value = letter.Id },
                new() { Value = now },
            },
        };
        yield return new(ForgetRefusal)
        {
            Parameters =
            {
                new() { Value = options.ServiceName },
                new() { Value = record.EventId },
            },
        };
        yield return new(HoldAgain)
        {
            Parameters =
            {
                new() { Value = options.ServiceName },
                new() { Value = record.Key },
                new() { Value = record.EventId },
                new() { Value = letter.Topic },
                new() { Value = letter.Partition },
                new() { Value = letter.LogOffset },
                DeadLetterStatements.Nullable(record.BatchId, NpgsqlTypes.NpgsqlDbType.Uuid),
                new() { Value = letter.Body },
                new() { Value = now },
                new() { Value = letter.Id },
            },
        };
    }

    async Task ExecuteAsync(IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(work.EngineConnection, work.Transaction);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    static DeadLetterView View(DeadLetter l) =>
        new(
            l.Id,
            l.Consumer,
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
            l.State,
            l.ResolvedBy,
            l.ResolvedAt,
            l.Note,
            null
        );
}

/// <summary>Which dead letters to list; null means any.</summary>
sealed record DeadLetterFilter(string? State, string? Topic, string? ReasonCode, Guid? BatchId);

/// <summary>How an operator's act on a dead letter ended.</summary>
enum Resolution
{
    Done,
    NotFound,
    NotOpen,
    StillUnreadable,
}
