using Npgsql;
using Phase1.Messaging.DeadLetters;
using Phase1.Messaging.Inbox;

namespace Phase1.Messaging.HeldMessages;

/// <summary>What has become of the heads of one pass, and the statements that write it down; a few, however many heads there are.</summary>
sealed class HeldOutcomes(InboxStatements inbox, DeadLetterStatements deadLetters, MessagingOptions options, DateTimeOffset now)
{
    const string Release = """
        delete from held_messages h using unnest($2, $3) as r (record_key, seq)
        where h.consumer = $1 and h.record_key = r.record_key and h.seq = r.seq
        """;

    const string Postpone = """
        update held_messages h set attempts = p.attempts, next_attempt_at = p.next_attempt_at, first_failed_at = coalesce(h.first_failed_at, $6)
        from unnest($2, $3, $4, $5) as p (record_key, seq, attempts, next_attempt_at)
        where h.consumer = $1 and h.record_key = p.record_key and h.seq = p.seq
        """;

    // The record stays the head of its key, so that its followers keep waiting; nothing is due until an operator decides.
    const string Bury = """
        update held_messages set attempts = $4, next_attempt_at = 'infinity', first_failed_at = coalesce(first_failed_at, $5), dead_letter_id = $6
        where consumer = $1 and record_key = $2 and seq = $3
        """;

    readonly List<HeldHead> _released = [];
    readonly List<HeldHead> _postponed = [];
    readonly List<Guid> _takenBack = [];
    readonly List<(Guid EventId, RecordOutcome Outcome)> _notApplied = [];
    readonly List<NpgsqlBatchCommand> _givenUp = [];

    /// <summary>Their keys may go on with the next record.</summary>
    public IReadOnlyList<string> ReleasedKeys => _released.ConvertAll(head => head.Key);

    /// <summary>It is dealt with: handled now, or a duplicate of something that was.</summary>
    public void Handled(HeldHead head, RecordOutcome outcome)
    {
        _released.Add(head);
        if (outcome != RecordOutcome.Applied)
        {
            _notApplied.Add((head.Record.EventId, outcome));
        }
    }

    /// <summary>It can never become valid: a dead letter at once, that holds nobody.</summary>
    public void Refused(HeldHead head)
    {
        _released.Add(head);
        if (head.DeadLetterId is { } id)
        {
            // A redriven record that breaks the contract again is the same dead letter, open again.
            _givenUp.Add(DeadLetterStatements.ToReopen(id, head.Record.Failure!, attempts: 1, now));
        }
        _givenUp.AddRange(deadLetters.ToRefuse(head.Record));
    }

    /// <summary>It failed once more, and will be tried again.</summary>
    public void Postponed(HeldHead head) => _postponed.Add(head);

    /// <summary>It failed for the last time: a dead letter, behind which its key waits.</summary>
    public void GivenUp(HeldHead head)
    {
        var id = head.DeadLetterId ?? Guid.CreateVersion7(now);
        var attempts = head.Attempts + 1;
        _givenUp.Add(
            new(Bury)
            {
                Parameters =
                {
                    new() { Value = options.ServiceName },
                    new() { Value = head.Key },
                    new() { Value = head.Seq },
                    new() { Value = attempts },
                    new() { Value = now },
                    new() { Value = id },
                },
            }
        );
        _givenUp.Add(
            head.DeadLetterId is null
                ? deadLetters.ToInsert(id, head.Record, head.Record.Failure!, attempts, head.FirstFailedAt ?? now, now)
                : DeadLetterStatements.ToReopen(id, head.Record.Failure!, attempts, now)
        );
    }

    /// <summary>Its inbox row was taken in this transaction and must go with what it did.</summary>
    public void TakenBack(HeldHead head) => _takenBack.Add(head.Record.EventId);

    public IEnumerable<NpgsqlBatchCommand> Statements()
    {
        if (_takenBack.Count > 0)
        {
            yield return inbox.ToGiveBack(_takenBack);
        }
        if (_notApplied.Count > 0)
        {
            yield return inbox.ToSetOutcomes(_notApplied);
        }
        if (_released.Count > 0)
        {
            yield return Of(Release, _released);
        }
        if (_postponed.Count > 0)
        {
            var postpone = Of(Postpone, _postponed);
            postpone.Parameters.Add(new() { Value = _postponed.ConvertAll(head => head.Attempts + 1) });
            postpone.Parameters.Add(new() { Value = _postponed.ConvertAll(head => now + options.RetryDelays[head.Attempts]) });
            postpone.Parameters.Add(new() { Value = now });
            yield return postpone;
        }
        foreach (var command in _givenUp)
        {
            yield return command;
        }
    }

    NpgsqlBatchCommand Of(string sql, List<HeldHead> heads) =>
        new(sql)
        {
            Parameters =
            {
                new() { Value = options.ServiceName },
                new() { Value = heads.ConvertAll(head => head.Key) },
                new() { Value = heads.ConvertAll(head => head.Seq) },
            },
        };
}
