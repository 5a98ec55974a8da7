using Npgsql;
using NpgsqlTypes;
using Phase1.ClassManagement.Associations;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>Stores what a turn of the monitor has made of its sets: one statement for all rows, one for their history, one for the sets.</summary>
static class OutcomeStore
{
    // Decides rows by the deadline. One that has been decided meanwhile, which its set's lock forbids, is not touched.
    const string UpdateRows = """
        update associations a
        set validation_status = 'timeout_confirmed', validation_method = 'timeout', validated_by = $5, validated_at = $6,
            decision = n.decision, decided_student_id = n.student_id, association_version = a.association_version + 1
        from unnest($1, $2, $3, $4) as n (batch_id, essay_id, student_id, decision)
        where a.batch_id = n.batch_id and a.essay_id = n.essay_id and a.decision is null
        """;

    // Adds the rows' history.
    const string InsertChanges = """
        insert into association_changes (id, batch_id, essay_id, version, to_student_id, decision, method, by, at)
        select n.id, n.batch_id, n.essay_id, n.version, n.student_id, n.decision, 'timeout', $7, $8
        from unnest($1, $2, $3, $4, $5, $6) as n (id, batch_id, essay_id, version, student_id, decision)
        """;

    // Stores the sets' next values.
    const string UpdateSets = """
        update association_sets s
        set state = n.state, release_kind = n.release_kind, released_at = n.released_at, reminders_sent = n.reminders_sent,
            attention_sent_at = n.attention_sent_at, next_due_at = n.next_due_at, version = n.version
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as n
            (batch_id, state, release_kind, released_at, reminders_sent, attention_sent_at, next_due_at, version)
        where s.batch_id = n.batch_id and s.state = 'open'
        """;

    internal static async Task SaveAsync(
        UnitOfWork work,
        IReadOnlyList<SetOutcome> outcomes,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var changes = outcomes.SelectMany(outcome => outcome.Changes).ToList();
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        if (changes.Count > 0)
        {
            batch.BatchCommands.Add(Rows(changes, now));
            batch.BatchCommands.Add(History(changes, now));
        }
        batch.BatchCommands.Add(Sets([.. outcomes.Select(outcome => outcome.After)]));
        var stored = await batch.ExecuteNonQueryAsync(cancellationToken);
        if (stored != (2 * changes.Count) + outcomes.Count)
        {
            throw new InvalidOperationException("Rows of a held set have changed under its lock.");
        }
    }

    static NpgsqlBatchCommand Rows(List<RowChange> changes, DateTimeOffset now) =>
        new(UpdateRows)
        {
            Parameters =
            {
                Ids(changes.Select(change => change.After.BatchId)),
                Ids(changes.Select(change => change.After.EssayId)),
                Ids(changes.Select(change => change.After.DecidedStudentId!.Value)),
                new() { Value = changes.ConvertAll(change => WireEnum.Name(change.After.Decision!.Value)) },
                new() { Value = TimeoutRule.DecidedBy },
                new() { Value = now },
            },
        };

    static NpgsqlBatchCommand History(List<RowChange> changes, DateTimeOffset now) =>
        new(InsertChanges)
        {
            Parameters =
            {
                Ids(changes.Select(_ => Guid.CreateVersion7(now))),
                Ids(changes.Select(change => change.After.BatchId)),
                Ids(changes.Select(change => change.After.EssayId)),
                new() { Value = changes.ConvertAll(change => change.After.AssociationVersion) },
                Ids(changes.Select(change => change.After.DecidedStudentId!.Value)),
                new() { Value = changes.ConvertAll(change => WireEnum.Name(change.Kind)) },
                new() { Value = TimeoutRule.DecidedBy },
                new() { Value = now },
            },
        };

    static NpgsqlBatchCommand Sets(List<AssociationSet> sets) =>
        new(UpdateSets)
        {
            Parameters =
            {
                Ids(sets.Select(set => set.BatchId)),
                Texts(sets.Select(set => (string?)WireEnum.Name(set.State))),
                Texts(sets.Select(set => set.ReleaseKind is { } kind ? WireEnum.Name(kind) : null)),
                Instants(sets.Select(set => set.ReleasedAt)),
                new() { Value = sets.ConvertAll(set => set.RemindersSent) },
                Instants(sets.Select(set => set.AttentionSentAt)),
                Instants(sets.Select(set => (DateTimeOffset?)set.NextDueAt)),
                new() { Value = sets.ConvertAll(set => set.Version) },
            },
        };

    static NpgsqlParameter Ids(IEnumerable<Guid> ids) => new() { Value = ids.ToArray() };

    static NpgsqlParameter Texts(IEnumerable<string?> texts) =>
        new() { Value = texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    static NpgsqlParameter Instants(IEnumerable<DateTimeOffset?> instants) =>
        new() { Value = instants.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
}
