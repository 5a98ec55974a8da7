using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Messaging.Loops;
using Phase1.Messaging.Tables;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Operator;

/// <summary>How the engine of a service stands: what it has read, what waits, what runs beside the requests.</summary>
public sealed class EngineReport
{
    readonly NpgsqlDataSource _database;
    readonly ILog _log;
    readonly HeldMessageTable _held;
    readonly Subscriptions _subscriptions;
    readonly RelaySignal _relay;
    readonly WorkTicks _ticks;
    readonly MessagingOptions _options;

    internal EngineReport(
        NpgsqlDataSource database,
        ILog log,
        HeldMessageTable held,
        Subscriptions subscriptions,
        RelaySignal relay,
        WorkTicks ticks,
        MessagingOptions options
    ) => (_database, _log, _held, _subscriptions, _relay, _ticks, _options) = (database, log, held, subscriptions, relay, ticks, options);

    /// <summary>Looks now.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<EngineState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = _database.CreateBatch();
        batch.BatchCommands.Add(OwnOffsets.ToSelectAll(_options.ServiceName));
        batch.BatchCommands.Add(OutboxTable.ToMeasure());
        batch.BatchCommands.Add(_held.ToCount());
        batch.BatchCommands.Add(DeadLetterTable.ToCount());
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        var read = new List<(string Group, LogPosition Position)>();
        while (await row.ReadAsync(cancellationToken))
        {
            read.Add((row.GetString(0), new(row.GetString(1), row.GetInt32(2), row.GetInt64(3))));
        }
        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var outbox = new OutboxState(row.GetInt64(0), row.GetFieldValue<DateTimeOffset?>(1), _relay.IsActive);
        await row.NextResultAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var held = new HeldState(row.GetInt64(1), row.GetInt64(0), row.GetFieldValue<DateTimeOffset?>(2));
        await row.NextResultAsync(cancellationToken);
        var letters = 0L;
        while (await row.ReadAsync(cancellationToken))
        {
            letters += row.GetInt64(2);
        }
        return new(await PositionsAsync(read, cancellationToken), outbox, held, new(letters), [.. _ticks.All.Select(WorkState.Of)]);
    }

    /// <summary>Null while the log is away.</summary>
    async Task<IReadOnlyList<PositionState>?> PositionsAsync(
        List<(string Group, LogPosition Position)> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            string[] topics = [.. _subscriptions.Topics.Union(read.Select(place => place.Position.Topic))];
            var ends = await _log.EndOffsetsAsync(topics, cancellationToken);
            var known = read.ToDictionary(
                place => (place.Group, place.Position.Topic, place.Position.Partition),
                place => place.Position.Offset
            );
            var owned = _ticks.All.SelectMany(tick => tick.Partitions).ToHashSet();
            // What the service consumes, read or not; and where its other groups have come.
            var own = ends.Where(end => _subscriptions.Topics.Contains(end.Topic)).Select(end => (Group: _options.ServiceName, End: end));
            var others =
                from place in read
                where place.Group != _options.ServiceName
                join end in ends on (place.Position.Topic, place.Position.Partition) equals (end.Topic, end.Partition)
                select (place.Group, End: end);
            return
            [
                .. own.Concat(others)
                    .Select(place => new PositionState(
                        place.Group,
                        place.End.Topic,
                        place.End.Partition,
                        place.Group == _options.ServiceName && owned.Contains(place.End.Partition),
                        known.GetValueOrDefault((place.Group, place.End.Topic, place.End.Partition)),
                        place.End.Offset
                    )),
            ];
        }
        catch (LogUnavailableException)
        {
            return null;
        }
    }
}
