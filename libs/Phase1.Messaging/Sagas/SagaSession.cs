using MassTransit;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>
/// Loads each saga once, locked, and writes each changed one once, when the unit of work commits. The version rises by one for every message
/// that changes the saga; a message that changes nothing leaves it.
/// </summary>
sealed class SagaSession<TSaga>(SagaTable<TSaga> table, NpgsqlConnection connection) : ISagaSession
    where TSaga : class, ISaga, ISagaVersion
{
    readonly Dictionary<Guid, TrackedSaga<TSaga>?> _sagas = [];
    readonly HashSet<Guid> _expected = [];

    public void Expect(Guid id)
    {
        if (!_sagas.ContainsKey(id))
        {
            _expected.Add(id);
        }
    }

    public NpgsqlBatchCommand? ToLoad() => _expected.Count == 0 ? null : table.Load(_expected);

    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        foreach (var id in _expected)
        {
            _sagas[id] = null;
        }
        _expected.Clear();
        while (await reader.ReadAsync(cancellationToken))
        {
            var saga = table.Read(reader);
            _sagas[saga.CorrelationId] = new(saga, isNew: false);
        }
    }

    public async ValueTask<TSaga?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        Expect(id);
        if (ToLoad() is { } load)
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { load } };
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await ReadAsync(reader, cancellationToken);
        }
        return _sagas[id] is { Deleted: false } tracked ? tracked.Current : null;
    }

    /// <summary>Adds a saga with what its first message made of it.</summary>
    public void Insert(TSaga saga)
    {
        // The row of one that was deleted is still there: what comes back under its id is an update of it.
        if (_sagas.GetValueOrDefault(saga.CorrelationId) is { IsNew: false } deleted)
        {
            deleted.Revive(saga);
            return;
        }
        saga.Version = 1;
        _sagas[saga.CorrelationId] = new(saga, isNew: true);
    }

    public void Update(TSaga saga) => _sagas[saga.CorrelationId]!.Update(table);

    public void Delete(TSaga saga) => _sagas[saga.CorrelationId]!.Deleted = true;

    public IEnumerable<SagaWrite> Writes()
    {
        // In key order, as they were locked.
        var sagas = _sagas.Values.OfType<TrackedSaga<TSaga>>().OrderBy(tracked => tracked.Current.CorrelationId).ToLookup(KindOf);
        return sagas.Where(kind => kind.Key != Write.None).Select(kind => ToWrite(kind.Key, [.. kind]));
    }

    public IEnumerable<SagaDifference> Differences() =>
        from saga in _sagas.Values.OfType<TrackedSaga<TSaga>>()
        where !(saga.IsNew && saga.Deleted)
        select new SagaDifference(
            table.Name,
            saga.IsNew ? null : table.Describe(saga.AsRead),
            saga.Deleted ? null : table.Describe(saga.Current)
        );

    static Write KindOf(TrackedSaga<TSaga> saga) =>
        saga switch
        {
            { IsNew: true } => saga.Deleted ? Write.None : Write.Insert,
            { Deleted: true } => Write.Delete,
            _ => saga.Changed ? Write.Update : Write.None,
        };

    SagaWrite ToWrite(Write kind, TrackedSaga<TSaga>[] sagas)
    {
        var current = Array.ConvertAll(sagas, saga => saga.Current);
        var versions = Array.ConvertAll(sagas, saga => saga.ReadVersion);
        var command = kind switch
        {
            Write.Insert => table.Insert(current),
            Write.Update => table.Update(current, versions),
            _ => table.Delete(current, versions),
        };
        return new(typeof(TSaga), command, sagas.Length);
    }

    enum Write
    {
        None,
        Insert,
        Update,
        Delete,
    }
}
