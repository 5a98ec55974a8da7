using MassTransit;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>All sagas that a unit of work has loaded or added, one session a saga type.</summary>
sealed class SagaSessions(SagaCatalogue catalogue, NpgsqlConnection connection)
{
    readonly Dictionary<ISagaKind, ISagaSession> _open = [];

    public SagaSession<TSaga> Of<TSaga>()
        where TSaga : class, ISaga, ISagaVersion => (SagaSession<TSaga>)Of(catalogue.Kinds.Single(kind => kind is SagaKind<TSaga>));

    /// <summary>Notes that a message addresses the saga with this id, so that it is loaded with the others of the round.</summary>
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

    public IReadOnlyList<SagaWrite> AddWrites(NpgsqlBatch batch)
    {
        var writes = _open.Values.SelectMany(session => session.Writes()).ToList();
        writes.ForEach(write => batch.BatchCommands.Add(write.Command));
        return writes;
    }

    public static void Verify(IReadOnlyList<SagaWrite> writes)
    {
        if (writes.FirstOrDefault(write => (int)write.Command.RecordsAffected != write.Expected) is { } conflict)
        {
            throw new SagaConflictException(conflict.Saga.Name);
        }
    }

    public IReadOnlyList<SagaDifference> Differences() => [.. _open.Values.SelectMany(session => session.Differences())];

    public void Clear() => _open.Clear();

    ISagaSession Of(ISagaKind kind)
    {
        if (!_open.TryGetValue(kind, out var session))
        {
            _open[kind] = session = kind.Open(connection);
        }
        return session;
    }
}
