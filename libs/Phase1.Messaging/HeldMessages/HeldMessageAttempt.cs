using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.DeadLetters;
using Phase1.Messaging.Dispatch;
using Phase1.Messaging.Inbox;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.HeldMessages;

/// <summary>One try at the first held record of a key, and what follows when it fails.</summary>
sealed class HeldMessageAttempt(
    RecordDispatcher dispatcher,
    InboxStatements inbox,
    DeadLetterStatements deadLetters,
    MessagingOptions options,
    TimeProvider clock,
    IStuckBatchNotice? notice = null
)
{
    const string Release = "delete from held_messages where consumer = $1 and record_key = $2 and seq = $3";

    const string Postpone = """
        update held_messages set attempts = $4, next_attempt_at = $5, first_failed_at = coalesce(first_failed_at, $6)
        where consumer = $1 and record_key = $2 and seq = $3
        """;

    // The record stays first of its key, so that its followers go on waiting; nothing is due until someone decides.
    const string Bury = """
        update held_messages set attempts = $4, next_attempt_at = 'infinity', first_failed_at = coalesce(first_failed_at, $5), dead_letter_id = $6
        where consumer = $1 and record_key = $2 and seq = $3
        """;

    const string Reopen = """
        update dead_letters set state = 'open', reason_code = $2, reason = $3, stack = $4, attempts = attempts + $5, last_failed_at = $6,
               resolved_by = null, resolved_at = null where id = $1
        """;

    /// <summary>Applies the record if it is due. True when it is done with and the next of the key may be tried.</summary>
    public async Task<bool> RunAsync(UnitOfWork work, string key, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await LockAsync(work, key, cancellationToken) is not { } head)
        {
            return false;
        }
        if (head.Record.Failure is { } violation)
        {
            throw new Events.ContractViolationException(violation.ReasonCode, violation.Reason);
        }
        var outcome = new List<NpgsqlBatchCommand> { At(new(Release), key, head) };
        if (await IsNewAsync(work, head.Record, cancellationToken))
        {
            work.Cause = head.Record.Cause;
            work.Mark();
            await dispatcher.DispatchAsync(head.Record.ToMessage(), work, cancellationToken);
            if (work.Outcome != RecordOutcome.Applied)
            {
                outcome.Add(inbox.ToSetOutcomes([(head.Record.EventId, work.Outcome)]));
            }
        }
        await work.CommitAsync(outcome, cancellationToken);
        return true;
    }

    /// <summary>Writes down that the try failed. True when the record is given up and holds nobody.</summary>
    public async Task<bool> FailAsync(UnitOfWork work, string key, Failure failure, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await LockAsync(work, key, cancellationToken) is not { } head)
        {
            return false;
        }
        var now = clock.GetUtcNow();
        var attempts = head.Attempts + 1;
        head.Record.Failure = failure;
        if (failure.Kind == FailureKind.Violation)
        {
            await work.CommitAsync([At(new(Release), key, head), .. Refuse(head, failure, now)], cancellationToken);
            return true;
        }
        if (attempts <= options.RetryDelays.Length)
        {
            var next = At(new(Postpone), key, head);
            next.Parameters.Add(new() { Value = attempts });
            next.Parameters.Add(new() { Value = now + options.RetryDelays[attempts - 1] });
            next.Parameters.Add(new() { Value = now });
            await work.CommitAsync([next], cancellationToken);
            return false;
        }
        await work.CommitAsync([.. GiveUp(work, key, head, failure, attempts, now)], cancellationToken);
        return false;
    }

    List<NpgsqlBatchCommand> GiveUp(UnitOfWork work, string key, HeldHead head, Failure failure, int attempts, DateTimeOffset now)
    {
        var id = head.DeadLetterId ?? Guid.CreateVersion7(now);
        var bury = At(new(Bury), key, head);
        bury.Parameters.Add(new() { Value = attempts });
        bury.Parameters.Add(new() { Value = now });
        bury.Parameters.Add(new() { Value = id });
        List<NpgsqlBatchCommand> commands = [bury];
        if (head.DeadLetterId is null)
        {
            commands.Add(deadLetters.ToInsert(id, head.Record, failure, attempts, head.FirstFailedAt ?? now, now));
            if (notice is not null && head.Record.BatchId is { } batch)
            {
                notice.Announce(work, batch, head.Record.Cause, failure.ReasonCode);
            }
            return commands;
        }
        commands.Add(ToReopen(id, failure, attempts, now));
        return commands;
    }

    // A redriven record that breaks the contract again is the same dead letter, open again; it holds nobody.
    IEnumerable<NpgsqlBatchCommand> Refuse(HeldHead head, Failure failure, DateTimeOffset now) =>
        head.DeadLetterId is { } id
            ? deadLetters.ToRefuse(head.Record).Prepend(ToReopen(id, failure, 1, now))
            : deadLetters.ToRefuse(head.Record);

    static NpgsqlBatchCommand ToReopen(Guid id, Failure failure, int attempts, DateTimeOffset now) =>
        new(Reopen)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = failure.ReasonCode },
                new() { Value = failure.Reason },
                DeadLetterStatements.Nullable(failure.Stack, NpgsqlDbType.Text),
                new() { Value = attempts },
                new() { Value = now },
            },
        };

    Task<HeldHead?> LockAsync(UnitOfWork work, string key, CancellationToken cancellationToken) =>
        HeldHead.LockAsync(work, options.ServiceName, key, clock.GetUtcNow(), options.TopicPrefix, cancellationToken);

    // The record itself blocks its key, so it takes its inbox row without asking for that.
    async Task<bool> IsNewAsync(UnitOfWork work, InboundRecord record, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(work.EngineConnection, work.Transaction);
        batch.BatchCommands.Add(inbox.ToTakeHeld(record));
        return await batch.ExecuteScalarAsync(cancellationToken) is not null;
    }

    NpgsqlBatchCommand At(NpgsqlBatchCommand command, string key, HeldHead head)
    {
        command.Parameters.Add(new() { Value = options.ServiceName });
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = head.Seq });
        return command;
    }
}
