using MassTransit;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>
/// Loads each saga once, locked, and writes each changed one once, when the unit of work commits. The version rises by one for every message
/// that changes the saga; a message that changes nothing leaves it.
/// </summary>
sealed class SagaSession<TSaga>(SagaTable<TSaga> table, UnitOfWork work) : ISagaSession
    where TSaga : class, ISaga, ISagaVersion
{
    readonly Dictionary<Guid, TrackedSaga<TSaga>?> _sagas = [];
    readonly HashSet<Guid> _expected = [];
    readonly List<TrackedSaga<TSaga>> _usedSinceMark = [];

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
            _sagas[saga.CorrelationId] = TrackedSaga<TSaga>.Loaded(saga);
        }
    }

    public async Task<TSaga?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_sagas.TryGetValue(id, out var tracked))
        {
            _expected.Add(id);
            tracked = await LoadExpectedAsync(id, cancellationToken);
        }
        if (tracked is null || tracked.Deleted)
        {
            return null;
        }
        _usedSinceMark.Add(tracked);
        return tracked.Current;
    }

    public void Insert(TSaga saga)
    {
        if (_sagas.GetValueOrDefault(saga.CorrelationId) is { IsNew: false } deleted)
        {
            // Its row is still there: what comes back under the same id is an update of it.
            deleted.Revive(saga);
            _usedSinceMark.Add(deleted);
            return;
        }
        saga.Version = 1;
        var tracked = TrackedSaga<TSaga>.New(saga);
        _sagas[saga.CorrelationId] = tracked;
        _usedSinceMark.Add(tracked);
    }

    public void Update(TSaga saga)
    {
        var tracked = Tracked(saga);
        if (tracked.Before is not { } before || table.Same(before, saga))
        {
            return;
        }
        saga.Version = before.Version + 1;
        tracked.Before = SagaTable<TSaga>.Copy(saga);
        tracked.Changed = true;
    }

    public void AddWrites(List<SagaWrite> writes)
    {
        var inserted = Where(tracked => tracked.IsNew && !tracked.Deleted);
        var updated = Where(tracked => !tracked.IsNew && tracked.Changed && !tracked.Deleted);
        var deleted = Where(tracked => !tracked.IsNew && tracked.Deleted);
        if (inserted.Count > 0)
        {
            writes.Add(new(typeof(TSaga), table.Insert(Current(inserted)), inserted.Count));
        }
        if (updated.Count > 0)
        {
            writes.Add(new(typeof(TSaga), table.Update(Current(updated), ReadVersions(updated)), updated.Count));
        }
        if (deleted.Count > 0)
        {
            writes.Add(new(typeof(TSaga), table.Delete(Current(deleted), ReadVersions(deleted)), deleted.Count));
        }
    }

    public void Mark()
    {
        foreach (var tracked in _usedSinceMark)
        {
            tracked.Mark();
        }
        _usedSinceMark.Clear();
    }

    public void Settle()
    {
        foreach (var tracked in _usedSinceMark)
        {
            tracked.Settle();
        }
    }

    public void Undo()
    {
        foreach (var tracked in _usedSinceMark)
        {
            if (!tracked.Undo())
            {
                _sagas[tracked.Current.CorrelationId] = null;
            }
        }
        _usedSinceMark.Clear();
    }

    public void Delete(TSaga saga)
    {
        var tracked = Tracked(saga);
        tracked.Deleted = true;
        _usedSinceMark.Add(tracked);
    }

    TrackedSaga<TSaga> Tracked(TSaga saga) => _sagas[saga.CorrelationId]!;

    List<TrackedSaga<TSaga>> Where(Func<TrackedSaga<TSaga>, bool> wanted) =>
        [.. _sagas.Values.OfType<TrackedSaga<TSaga>>().Where(wanted).OrderBy(tracked => tracked.Current.CorrelationId)];

    static List<TSaga> Current(List<TrackedSaga<TSaga>> sagas) => sagas.ConvertAll(tracked => tracked.Current);

    static int[] ReadVersions(List<TrackedSaga<TSaga>> sagas) => [.. sagas.Select(tracked => tracked.ReadVersion)];

    async Task<TrackedSaga<TSaga>?> LoadExpectedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(work.EngineConnection, work.Transaction);
        batch.BatchCommands.Add(ToLoad()!);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadAsync(reader, cancellationToken);
        return _sagas[id];
    }
}
