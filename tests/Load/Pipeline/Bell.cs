using System.Collections.Concurrent;
using Npgsql;

namespace Phase1.Load.Pipeline;

/// <summary>Looks into a table some times a second and tells those whose batch has got so far.</summary>
sealed class Bell : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();
    readonly CancellationTokenSource _ends = new();
    readonly Task _looking;

    /// <param name="database">Where to look.</param>
    /// <param name="reached">Which of the batches $1 have got so far.</param>
    /// <param name="clock">The real time.</param>
    internal Bell(NpgsqlDataSource database, string reached, TimeProvider clock) => _looking = LookAsync(database, reached, clock);

    internal Task WaitAsync(Guid batchId, CancellationToken cancellationToken) =>
        _waiting
            .GetOrAdd(batchId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously))
            .Task.WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        await _looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ends.Dispose();
    }

    async Task LookAsync(NpgsqlDataSource database, string reached, TimeProvider clock)
    {
        // What is counted is the work of the suite, and not that of looking at it: one transaction for all looks, and no statistics.
        await using var session = await database.OpenConnectionAsync(_ends.Token);
        await using var transaction = await session.BeginTransactionAsync(_ends.Token);
        await using (var unnoticed = new NpgsqlCommand("set local pg_stat_statements.track = none", session, transaction))
        {
            await unnoticed.ExecuteNonQueryAsync(_ends.Token);
        }
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(_ends.Token))
        {
            if (_waiting.Keys.ToArray() is not { Length: > 0 } waiting)
            {
                continue;
            }
            await using var command = new NpgsqlCommand(reached, session, transaction) { Parameters = { new() { Value = waiting } } };
            await using var reader = await command.ExecuteReaderAsync(_ends.Token);
            while (await reader.ReadAsync(_ends.Token))
            {
                if (_waiting.TryRemove(reader.GetGuid(0), out var told))
                {
                    told.SetResult();
                }
            }
        }
    }
}
