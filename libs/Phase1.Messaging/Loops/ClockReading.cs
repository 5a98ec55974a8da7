using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Time;

namespace Phase1.Messaging.Loops;

/// <summary>Asks the database for its time again: stopwatches drift, machines are suspended, and the database's clock may be set.</summary>
sealed class ClockReading(NpgsqlDataSource database, DatabaseTimeProvider clock, IServiceProvider services) : BackgroundWork(services)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await clock.AskAsync(connection, cancellationToken);
    }

    protected override TimeSpan LongestPause => Interval;

    // By the machine's own timer: the clock that is read must not say when it is read.
    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, TimeProvider.System, cancellationToken);
}
