using System.Collections.Concurrent;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>A saga store in memory, with the test machine's rules written by hand, and one fault.</summary>
sealed class FakeSagaStore(SagaStoreFault fault) : ISagaStoreHarness
{
    readonly ConcurrentDictionary<Guid, Tally> _rows = new();
    readonly ConcurrentDictionary<Guid, SemaphoreSlim> _locks = new();

    public Task<ISagaWork> BeginAsync() => Task.FromResult<ISagaWork>(new Work(this, fault));

    public Task<Tally?> ReadAsync(Guid id) => Task.FromResult(_rows.GetValueOrDefault(id));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static Tally Copy(Tally tally) =>
        new()
        {
            CorrelationId = tally.CorrelationId,
            Version = tally.Version,
            CurrentState = tally.CurrentState,
            Files = tally.Files,
            LastUpload = tally.LastUpload,
        };

    sealed class Work(FakeSagaStore store, SagaStoreFault fault) : ISagaWork
    {
        readonly Dictionary<Guid, Tally?> _mine = [];
        readonly Dictionary<Guid, int> _read = [];
        readonly List<SemaphoreSlim> _held = [];

        public async Task SendAsync(IFact fact)
        {
            var id = ((IBatchFact)fact).BatchId;
            await LoadAsync(id);
            _mine[id] = fact switch
            {
                BatchFileAdded file => Count(_mine[id], file),
                _ when fault == SagaStoreFault.KeepsTheFinished => _mine[id],
                _ => null,
            };
            if (fault == SagaStoreFault.KeepsTheRolledBack)
            {
                Write(id);
            }
        }

        public Task CommitAsync()
        {
            foreach (var id in _mine.Keys)
            {
                var now = store._rows.GetValueOrDefault(id)?.Version ?? 0;
                if (now != _read[id] && fault is not (SagaStoreFault.LosesUpdates or SagaStoreFault.LetsBothBegin))
                {
                    throw new InvalidOperationException("Another work was faster.");
                }
                Write(id);
            }
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _held.ForEach(held => held.Release());
            return ValueTask.CompletedTask;
        }

        async Task LoadAsync(Guid id)
        {
            if (_mine.ContainsKey(id) && fault != SagaStoreFault.ReadsAnew)
            {
                return;
            }
            // What does not exist yet cannot be locked, as in a database.
            if (store._rows.ContainsKey(id) && fault != SagaStoreFault.LosesUpdates && !_mine.ContainsKey(id))
            {
                var held = store._locks.GetOrAdd(fault == SagaStoreFault.OneLockForAll ? Guid.Empty : id, _ => new SemaphoreSlim(1));
                await held.WaitAsync(Token);
                _held.Add(held);
            }
            var row = store._rows.GetValueOrDefault(id);
            _read[id] = row?.Version ?? 0;
            _mine[id] = row is null ? null : Copy(row);
            if (fault == SagaStoreFault.LosesUpdates)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
            }
        }

        Tally? Count(Tally? tally, BatchFileAdded file)
        {
            if (tally is null)
            {
                var revived = _read[file.BatchId] > 0;
                return revived && fault == SagaStoreFault.ForgetsTheRevived
                    ? null
                    : new Tally
                    {
                        CorrelationId = file.BatchId,
                        CurrentState = "Open",
                        Files = 1,
                        LastUpload = file.FileUploadId,
                        Version = fault == SagaStoreFault.StartsAtZero ? 0 : 1,
                    };
            }
            var counts = file.Filename != "same";
            tally.Files += counts ? 1 : 0;
            var rises = fault == SagaStoreFault.CountsCommits ? tally.Version == _read[file.BatchId] : counts;
            tally.Version += rises || fault == SagaStoreFault.CountsEverything ? 1 : 0;
            return tally;
        }

        void Write(Guid id)
        {
            if (_mine[id] is { } tally)
            {
                store._rows[id] = Copy(tally);
            }
            else
            {
                store._rows.TryRemove(id, out _);
            }
        }

        static CancellationToken Token => TestContext.Current.CancellationToken;
    }
}
