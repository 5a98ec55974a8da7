using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>
/// How far a consumer has come, kept in the database that its effects are in and in their transactions. The log's own stored offsets only follow. Where
/// they are ahead, the database has been restored to an earlier state, and the group is set back to it: what was done since then is done again.
/// </summary>
public sealed partial class OwnOffsets
{
    // Polls that bring records again do not move it back.
    const string Note = """
        insert into consumed_offsets (consumer, topic, partition, next_offset)
        select $1, topic, partition, next_offset from unnest($2, $3, $4) as o (topic, partition, next_offset) order by topic, partition
        on conflict (consumer, topic, partition) do update set next_offset = excluded.next_offset
        where consumed_offsets.next_offset < excluded.next_offset
        """;

    // Whether anything is noted of a partition says whether this database knew of this table when it had the partition before.
    const string Select = $"""
        select s.topic, s.partition, o.next_offset,
            exists (select from consumed_offsets any_of where any_of.consumer = $1 and any_of.partition = s.partition),
            {InboxTable.HasRows}
        from unnest($2, $3, $4) as s (topic, partition, next_offset)
        left join consumed_offsets o on o.consumer = $1 and o.topic = s.topic and o.partition = s.partition
        """;

    // The service's own and those of its other groups, which are called after it.
    const string SelectAll = """
        select consumer, topic, partition, next_offset from consumed_offsets where consumer = $1 or consumer like $1 || '.%'
        order by consumer, topic, partition
        """;

    readonly string _consumer;
    readonly NpgsqlDataSource _database;
    readonly ILogger<OwnOffsets> _logger;
    readonly Dictionary<int, long> _compared = [];
    readonly HashSet<(string Topic, int Partition)> _begunAnew = [];

    /// <summary>Knows nothing yet.</summary>
    /// <param name="consumer">Whose offsets they are, one of these for each of its members.</param>
    /// <param name="database">Where its effects are.</param>
    /// <param name="logger">Tells of a group that is set back.</param>
    public OwnOffsets(string consumer, NpgsqlDataSource database, ILogger<OwnOffsets> logger) =>
        (_consumer, _database, _logger) = (consumer, database, logger);

    /// <summary>The statement that reads how far all groups of a service have come: group, topic, partition, offset.</summary>
    internal static NpgsqlBatchCommand ToSelectAll(string service) => Statement.Of(SelectAll, service);

    /// <summary>The statement that notes these records as dealt with, for the transaction of their effects.</summary>
    /// <param name="records">At least one; in each partition nothing before them is left.</param>
    public NpgsqlBatchCommand ToNote(IEnumerable<LogRecord> records)
    {
        var next = new Dictionary<(string Topic, int Partition), long>();
        foreach (var record in records)
        {
            var place = (record.Topic, record.Partition);
            next[place] = Math.Max(next.GetValueOrDefault(place), record.Offset + 1);
        }
        return Of(Note, [.. next.Select(place => new LogPosition(place.Key.Topic, place.Key.Partition, place.Value))]);
    }

    /// <summary>Compares what has been won since the last call, and sets the group back where it is ahead.</summary>
    /// <param name="member">The member of the group.</param>
    /// <param name="poll">Its latest poll.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>True: the group begins again further back, and the poll is to be forgotten.</returns>
    public async Task<bool> SetBackAsync(ILogConsumer member, LogPoll poll, CancellationToken cancellationToken)
    {
        int[] won = [.. poll.Owned.Where(owned => _compared.GetValueOrDefault(owned.Key) != owned.Value).Select(owned => owned.Key)];
        if (won.Length == 0)
        {
            return false;
        }
        var stored = await member.StoredAsync(won, cancellationToken);
        var own = await OwnAsync(stored, cancellationToken);
        List<LogPosition> ahead = [.. stored.Zip(own).Where(pair => IsAhead(pair.First, pair.Second)).Select(pair => pair.Second)];
        if (ahead.Count > 0)
        {
            LogSetBack(_consumer, ahead.Count(own => own.Offset > 0), ahead.Count(own => own.Offset == 0));
            await member.SetBackAsync(ahead, cancellationToken);
            return true;
        }
        await NoteAsync(stored, cancellationToken);
        foreach (var partition in won)
        {
            _compared[partition] = poll.Owned[partition];
        }
        return false;
    }

    // The first record that there is may be a later one: whoever has begun there once need not begin there again.
    bool IsAhead(LogPosition stored, LogPosition own) =>
        stored.Offset > own.Offset && (own.Offset > 0 || _begunAnew.Add((own.Topic, own.Partition)));

    // A database that is older than the table takes over where the group stands; one that is empty has consumed nothing.
    async Task<IReadOnlyList<LogPosition>> OwnAsync(IReadOnlyList<LogPosition> stored, CancellationToken cancellationToken)
    {
        await using var batch = _database.CreateBatch();
        batch.BatchCommands.Add(Of(Select, stored));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var own = new Dictionary<(string, int), long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = (reader.GetString(0), reader.GetInt32(1));
            var isOlder = !reader.GetBoolean(3) && reader.GetBoolean(4);
            own[place] =
                isOlder ? long.MaxValue
                : await reader.IsDBNullAsync(2, cancellationToken) ? 0
                : reader.GetInt64(2);
        }
        return [.. stored.Select(position => position with { Offset = own[(position.Topic, position.Partition)] })];
    }

    async Task NoteAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken)
    {
        await using var batch = _database.CreateBatch();
        batch.BatchCommands.Add(Of(Note, positions));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    NpgsqlBatchCommand Of(string sql, IReadOnlyList<LogPosition> positions) =>
        Statement.Of(
            sql,
            _consumer,
            Statement.Column(positions, position => position.Topic),
            Statement.Column(positions, position => position.Partition),
            Statement.Column(positions, position => position.Offset)
        );

    [LoggerMessage(
        LogLevel.Warning,
        "The log knows group {Consumer} further on than its database does, which may have been restored: it goes back in {Known} partitions, and begins "
            + "with the oldest record in {Unknown} of which the database knows nothing"
    )]
    partial void LogSetBack(string consumer, int known, int unknown);
}
