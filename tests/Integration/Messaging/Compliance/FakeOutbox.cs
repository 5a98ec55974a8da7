using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>An outbox in memory whose row numbers are given out before the commit, as a sequence gives them, and one fault.</summary>
sealed class FakeOutbox(OutboxFault fault) : IOutboxHarness
{
    readonly SortedDictionary<long, Row> _rows = [];
    readonly List<(Guid, Guid)> _log = [];
    long _lastId;
    long _cursor;
    long _buried;

    public Task<IRecording> BeginAsync() => Task.FromResult<IRecording>(new Recording(this, fault));

    public Task RelayAsync()
    {
        Relay(dies: false);
        return Task.CompletedTask;
    }

    public Task RelayAndDieAsync()
    {
        Relay(dies: true);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<(Guid EventId, Guid UploadId)>> PublishedAsync() =>
        Task.FromResult<IReadOnlyList<(Guid EventId, Guid UploadId)>>(_log);

    public Task<long> BuriedAsync() => Task.FromResult(_buried);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    void Relay(bool dies)
    {
        var visible = _rows.Where(row => fault != OutboxFault.ReadsBehindACursor || row.Key > _cursor).ToList();
        if (fault == OutboxFault.Shuffles)
        {
            visible.Reverse();
        }
        foreach (var (id, row) in visible)
        {
            if (row.UploadId is null && fault == OutboxFault.StopsAtARefusal)
            {
                return;
            }
            if (dies && fault == OutboxFault.DeletesFirst)
            {
                _rows.Remove(id);
                continue;
            }
            Publish(row);
            if (!dies)
            {
                _rows.Remove(id);
            }
            _cursor = id;
        }
    }

    void Publish(Row row)
    {
        if (row.UploadId is { } upload)
        {
            _log.Add((fault == OutboxFault.MintsAtPublication ? Facts.NewId() : row.EventId, upload));
        }
        else
        {
            _buried++;
        }
    }

    sealed record Row(Guid EventId, Guid? UploadId);

    sealed class Recording(FakeOutbox outbox, OutboxFault fault) : IRecording
    {
        readonly List<Row> _recorded = [];
        readonly Dictionary<long, Row> _written = [];

        public void Record(BatchFileAdded fact) => _recorded.Add(new(Facts.NewId(), fact.FileUploadId));

        public Task RecordUnpublishableAsync()
        {
            _recorded.Add(new(Facts.NewId(), null));
            return Task.CompletedTask;
        }

        public async Task WriteAsync()
        {
            foreach (var row in _recorded)
            {
                _written[++outbox._lastId] = row;
            }
            _recorded.Clear();
            if (fault == OutboxFault.SendsAtOnce)
            {
                await CommitAsync();
            }
        }

        public async Task CommitAsync()
        {
            if (_recorded.Count > 0)
            {
                await WriteAsync();
            }
            foreach (var (id, row) in _written)
            {
                outbox._rows[id] = row;
            }
            _written.Clear();
        }

        public async ValueTask DisposeAsync()
        {
            if (fault == OutboxFault.KeepsTheRolledBack)
            {
                await CommitAsync();
            }
        }
    }
}
