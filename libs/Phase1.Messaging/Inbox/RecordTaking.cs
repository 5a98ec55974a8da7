using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Pump;
using Phase1.Messaging.Sagas;

namespace Phase1.Messaging.Inbox;

/// <summary>Takes records that a transaction means to handle: their inbox rows, and the sagas that they address, in one round trip.</summary>
sealed class RecordTaking
{
    readonly IReadOnlyList<ISagaSession> _sagas;

    RecordTaking(IReadOnlyList<ISagaSession> sagas) => _sagas = sagas;

    /// <summary>Adds the statements; their results are to be read in the same order, by <see cref="ReadAsync"/>.</summary>
    public static RecordTaking AddTo(NpgsqlBatch batch, UnitOfWork work, InboxStatements inbox, IReadOnlyList<InboundRecord> records)
    {
        foreach (var record in records)
        {
            if (record.Data is IBatchFact fact)
            {
                work.Expect(fact);
            }
        }
        batch.BatchCommands.Add(inbox.ToTakeNew(records));
        return new(work.Sagas.AddLoads(batch));
    }

    /// <summary>Reads on from the result of the taking: the event ids that this service has not dealt with before.</summary>
    public async Task<HashSet<Guid>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var taken = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            taken.Add(reader.GetGuid(0));
        }
        foreach (var session in _sagas)
        {
            await reader.NextResultAsync(cancellationToken);
            await session.ReadAsync(reader, cancellationToken);
        }
        return taken;
    }
}
