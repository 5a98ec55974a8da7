using MassTransit;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>All sagas that a unit of work has in its hands, one session a saga type.</summary>
sealed class SagaSessions(SagaCatalogue catalogue, UnitOfWork work)
{
    readonly Dictionary<ISagaKind, ISagaSession> _open = [];

    public SagaSession<TSaga> Of<TSaga>()
        where TSaga : class, ISaga, ISagaVersion => (SagaSession<TSaga>)Of(catalogue.Kinds.Single(kind => kind is SagaKind<TSaga>));

    /// <summary>Notes that a message addresses the saga with this id, so that it is loaded with the others of the poll.</summary>
    public void Expect(Type message, Guid id)
    {
        foreach (var kind in catalogue.AddressedBy(message))
        {
            Of(kind).Expect(id);
        }
    }

    /// <summary>The statements that load what is expected; their results must be given to the sessions in the same order.</summary>
    public IReadOnlyList<ISagaSession> AddLoads(NpgsqlBatch batch)
    {
        var loads = new List<ISagaSession>(1);
        foreach (var session in _open.Values)
        {
            if (session.ToLoad() is { } command)
            {
                batch.BatchCommands.Add(command);
                loads.Add(session);
            }
        }
        return loads;
    }

    public List<SagaWrite> AddWrites(NpgsqlBatch batch)
    {
        var writes = new List<SagaWrite>();
        foreach (var session in _open.Values)
        {
            session.AddWrites(writes);
        }
        foreach (var write in writes)
        {
            batch.BatchCommands.Add(write.Command);
        }
        return writes;
    }

    public static void Verify(IReadOnlyList<SagaWrite> writes)
    {
        foreach (var write in writes)
        {
            if ((int)write.Command.RecordsAffected != write.Expected)
            {
                throw new SagaConflictException(write.Saga.Name);
            }
        }
    }

    public void Mark()
    {
        foreach (var session in _open.Values)
        {
            session.Mark();
        }
    }

    /// <summary>The message is over: the next one that changes a saga counts, also where the record goes on.</summary>
    public void Settle()
    {
        foreach (var session in _open.Values)
        {
            session.Settle();
        }
    }

    public void Clear() => _open.Clear();

    public void Undo()
    {
        foreach (var session in _open.Values)
        {
            session.Undo();
        }
    }

    ISagaSession Of(ISagaKind kind)
    {
        if (!_open.TryGetValue(kind, out var session))
        {
            _open[kind] = session = kind.Open(work);
        }
        return session;
    }
}

/// <summary>One bulk write and how many rows it must touch.</summary>
sealed record SagaWrite(Type Saga, NpgsqlBatchCommand Command, int Expected);
