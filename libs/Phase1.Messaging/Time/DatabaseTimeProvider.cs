using Npgsql;

namespace Phase1.Messaging.Time;

/// <summary>
/// The time of the service's database. Instances would disagree by clocks of their own about what is due, expired or too old; they share the database,
/// so its clock decides. It is asked with every new connection and again every few seconds; in between a stopwatch goes on, which no step of the
/// node's clock moves. Never ahead of the database by more than one answer took, so that nothing is done early.
/// </summary>
/// <param name="node">This machine's clock: its stopwatch, its timers, and its time until the database has answered once.</param>
/// <param name="shift">How far the suite's time was moved on purpose (the demo's clock), as of now; null where it never is.</param>
public sealed class DatabaseTimeProvider(TimeProvider node, Func<TimeSpan>? shift = null) : TimeProvider
{
    // The transaction's time would be as old as the transaction.
    const string Question = "select clock_timestamp()";

    readonly Lock _setting = new();
    Reading? _reading;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => node.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => node.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref _reading) is { } reading
            ? reading.At(node.GetTimestamp(), node) + (shift?.Invoke() ?? TimeSpan.Zero)
            : node.GetUtcNow();

    /// <summary>The node's: durations that are measured with it are real ones.</summary>
    public override long GetTimestamp() => node.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        node.CreateTimer(callback, state, dueTime, period);

    internal void Ask(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Question, connection);
        var asked = node.GetTimestamp();
        Hear((DateTime)command.ExecuteScalar()!, asked);
    }

    internal async Task AskAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Question, connection);
        var asked = node.GetTimestamp();
        Hear((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!, asked);
    }

    /// <summary>
    /// Takes an answer. The database's clock has gone on since, for no longer than the answer took: a time within these bounds is not contradicted
    /// and stays, so that it does not jump to and fro with the network.
    /// </summary>
    internal void Hear(DateTimeOffset told, long asked)
    {
        var heard = node.GetTimestamp();
        lock (_setting)
        {
            var ahead = _reading is { } last ? last.At(heard, node) - told : TimeSpan.MinValue;
            if (ahead < TimeSpan.Zero || ahead > node.GetElapsedTime(asked, heard))
            {
                Volatile.Write(ref _reading, new(told, heard));
            }
        }
    }

    sealed record Reading(DateTimeOffset Told, long Heard)
    {
        internal DateTimeOffset At(long timestamp, TimeProvider stopwatch) => Told + stopwatch.GetElapsedTime(Heard, timestamp);
    }
}
