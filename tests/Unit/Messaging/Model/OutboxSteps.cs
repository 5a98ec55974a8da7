namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>From the change of a row to the log: <c>UnitOfWork</c> and <c>OutboxRelay</c>.</summary>
sealed class OutboxSteps(int records, EngineFlaw flaw)
{
    // A change and its outbox row. Changes of one key wait for one another; the id is given when the row is written, not when it commits.
    internal IEnumerable<(string, Action<ModelState>)> Producing(ModelState state)
    {
        for (var i = 0; i < records; i++)
        {
            var record = i;
            if (state.Outbox[record] == Row.None && (record != 2 || state.Outbox[0] is Row.Committed or Row.Deleted))
            {
                yield return (
                    $"record {record} is written",
                    next =>
                    {
                        next.Outbox[record] = Row.Uncommitted;
                        next.Ids[record] = next.Ids.Max() + 1;
                        if (flaw == EngineFlaw.PublishedBeforeCommit)
                        {
                            next.Log.Add(record);
                        }
                    }
                );
            }
            if (state.Outbox[record] == Row.Uncommitted)
            {
                yield return ($"record {record} is committed", next => next.Outbox[record] = Row.Committed);
            }
        }
    }

    internal IEnumerable<(string, Action<ModelState>)> Relaying(ModelState state, int relay)
    {
        var (taken, left) = state.RelayOf[relay];
        if (taken == 0 && state.LockHolder == ModelState.Nobody)
        {
            yield return ($"relay {relay} takes the lock", next => next.LockHolder = relay);
        }
        if (taken == 0 && state.LockHolder == relay && Published(state) is var rows and not 0)
        {
            yield return (
                $"relay {relay} reads",
                next =>
                {
                    next.RelayOf[relay] = new(rows, rows);
                    next.Cursor = flaw == EngineFlaw.RelayWithCursor ? RecordBits.In(rows).Max(record => next.Ids[record]) : 0;
                    if (flaw == EngineFlaw.DeletedBeforePublished)
                    {
                        Delete(next, rows);
                    }
                }
            );
        }
        if (left != 0)
        {
            var record = RecordBits.In(left).MinBy(one => state.Ids[one]);
            yield return (
                $"relay {relay} publishes {record}",
                next =>
                {
                    next.Log.Add(record);
                    next.RelayOf[relay] = new(taken, left & ~(1 << record));
                }
            );
        }
        else if (taken != 0)
        {
            yield return (
                $"relay {relay} deletes",
                next =>
                {
                    // On the session that holds the lock; without it, nothing is deleted.
                    if (next.LockHolder == relay)
                    {
                        Delete(next, taken);
                    }
                    next.RelayOf[relay] = default;
                }
            );
        }
    }

    // The rows that a relay reads: those that are committed, from the beginning each time.
    int Published(ModelState state) =>
        RecordBits.Of(record =>
            state.Outbox[record] == Row.Committed && (flaw != EngineFlaw.RelayWithCursor || state.Ids[record] > state.Cursor)
        );

    static void Delete(ModelState next, int rows)
    {
        foreach (var record in RecordBits.In(rows))
        {
            next.Outbox[record] = Row.Deleted;
        }
    }
}
