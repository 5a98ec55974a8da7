using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// The log on PostgreSQL. Offsets have no gaps, because an append locks its partitions' counters until it commits; records become visible in
/// offset order for the same reason. One publication is one round trip and one transaction.
/// </summary>
public sealed class PostgresLog : ILog, IAsyncDisposable
{
    // Locks the counters in one order for everybody: no deadlock between producers.
    const string LockPartitions = """
        select from log_partitions p join unnest($1, $2) as n (topic_id, partition) using (topic_id, partition)
        order by p.topic_id, p.partition for update of p
        """;

    // What belongs to a partition stands together in the arrays, from its first place to its last.
    const string Append = """
        with moved as (
            update log_partitions p set next_offset = p.next_offset + n.last - n.first + 1
            from unnest($1, $2, $3, $4) as n (topic_id, partition, first, last)
            where p.topic_id = n.topic_id and p.partition = n.partition
            returning p.topic_id, p.partition, p.next_offset, n.first, n.last)
        insert into log_batches (topic_id, partition, base_offset, last_offset, keys, bodies, headers)
        select topic_id, partition, next_offset - (last - first + 1), next_offset - 1,
            ($5::text[])[first:last], ($6::bytea[])[first:last], ($7::text[])[first:last]
        from moved
        """;

    const string InsertTopic = """
        with topic as (
            insert into log_topics (name, partitions) values ($1, $2) on conflict (name) do nothing returning topic_id)
        insert into log_partitions (topic_id, partition) select topic_id, generate_series(0, $2 - 1) from topic
        """;

    const string SelectEnds = """
        select t.name, p.partition, p.next_offset from log_partitions p join log_topics t using (topic_id)
        where t.name = any($1) order by t.name, p.partition
        """;

    const string SelectMismatch = "select name, partitions from log_topics where name = any($1) and partitions <> $2 limit 1";

    readonly PostgresLogOptions _options;
    readonly NpgsqlDataSource _database;
    readonly NpgsqlDataSource _sessions;
    readonly TopicMap _topics;
    bool _isDisposed;

    /// <summary>Prepares the log; no connection is opened before the first call.</summary>
    /// <param name="options">Where the log is and how it behaves.</param>
    public PostgresLog(PostgresLogOptions options)
    {
        _options = options;
        _database = DataSources.Pool(options.ConnectionString);
        _sessions = DataSources.Sessions(options.ConnectionString);
        _topics = new TopicMap(_database);
        Bell = DatabaseBell.Of(options.ConnectionString);
        Expiry = new LogExpiry(_database, options);
    }

    /// <inheritdoc/>
    public string SystemName => "postgresql";

    /// <inheritdoc/>
    public Task EnsureTopicsAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken) =>
        LogFaults.TranslateAsync(
            "creating topics",
            async () =>
            {
                await using var connection = await _database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await CreateSchemaAsync(connection, cancellationToken);
                await using var batch = new NpgsqlBatch(connection, transaction);
                foreach (var topic in topics.Order(StringComparer.Ordinal))
                {
                    batch.BatchCommands.Add(
                        new(InsertTopic)
                        {
                            Parameters =
                            {
                                new() { Value = topic },
                                new() { Value = partitions },
                            },
                        }
                    );
                }
                await batch.ExecuteNonQueryAsync(cancellationToken);
                await RefuseMismatchAsync(connection, topics, partitions, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken) =>
        LogFaults.TranslateAsync(
            "publishing",
            async () =>
            {
                var topics = await _topics.FindAsync(records.Select(record => record.Topic), cancellationToken);
                var refused = new List<RefusedRecord>();
                var appends = Sort(records, topics, refused);
                if (appends.Count > 0)
                {
                    await AppendAsync(appends, cancellationToken);
                    Bell.Ring([.. appends.Select(append => MemberMail.WordOf(append.TopicId, append.Partition))]);
                }
                return (IReadOnlyList<RefusedRecord>)refused;
            }
        );

    /// <inheritdoc/>
    public ILogConsumer Join(string group, IReadOnlyCollection<string> topics) =>
        new PostgresLogConsumer(_topics, _sessions, Bell, _options, group, topics);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        LogFaults.TranslateAsync<IReadOnlyList<LogPosition>>(
            "asking where the partitions end",
            async () =>
            {
                await using var command = _database.CreateCommand(SelectEnds);
                command.Parameters.Add(new() { Value = topics.ToArray() });
                await using var row = await command.ExecuteReaderAsync(cancellationToken);
                var ends = new List<LogPosition>();
                while (await row.ReadAsync(cancellationToken))
                {
                    ends.Add(new(row.GetString(0), row.GetInt32(1), row.GetInt64(2)));
                }
                return ends;
            }
        );

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        LogFaults.TranslateAsync(
            "asking for a sign of life",
            async () =>
            {
                await using var command = _database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
            }
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A container that knows it by two types disposes it twice; the bell counts its users.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }
        await Bell.DisposeAsync();
        await _database.DisposeAsync();
        await _sessions.DisposeAsync();
    }

    internal LogExpiry Expiry { get; }

    internal DatabaseBell Bell { get; }

    static async Task CreateSchemaAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = LogSchema.CreationLock } } });
        batch.BatchCommands.Add(new("select to_regclass('log_records') is not null"));
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.NextResultAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0))
            {
                // Every start of every service comes here: the tables in use are not locked again.
                return;
            }
        }
        await using var create = new NpgsqlCommand(LogSchema.Create, connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    static async Task RefuseMismatchAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<string> topics,
        int partitions,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(SelectMismatch, connection)
        {
            Parameters =
            {
                new() { Value = topics.ToArray() },
                new() { Value = partitions },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken))
        {
            throw new LogRefusalException(
                $"Topic {reader.GetString(0)} has {reader.GetInt32(1)} partitions where {partitions} are wanted: "
                    + "records of one batch would no longer meet in one worker."
            );
        }
    }

    List<PartitionAppend> Sort(
        IReadOnlyList<OutgoingRecord> records,
        IReadOnlyDictionary<string, Topic> topics,
        List<RefusedRecord> refused
    )
    {
        var appends = new Dictionary<(int, int), PartitionAppend>();
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (!topics.TryGetValue(record.Topic, out var topic))
            {
                refused.Add(new(i, "The log has no such topic."));
            }
            else if (record.Body.Length > _options.MaxRecordBytes)
            {
                refused.Add(new(i, $"The record has {record.Body.Length} bytes; the log takes {_options.MaxRecordBytes}."));
            }
            else
            {
                var partition = KeyPartitioner.PartitionOf(record.Key, topic.Partitions);
                if (!appends.TryGetValue((topic.Id, partition), out var append))
                {
                    appends[(topic.Id, partition)] = append = new(topic.Id, partition);
                }
                append.Records.Add(record);
            }
        }
        return [.. appends.Values];
    }

    async Task AppendAsync(List<PartitionAppend> appends, CancellationToken cancellationToken)
    {
        var topics = appends.ConvertAll(append => append.TopicId);
        var partitions = appends.ConvertAll(append => append.Partition);
        var last = 0;
        var ends = appends.ConvertAll(append => (First: last + 1, Last: last += append.Records.Count));
        await using var batch = _database.CreateBatch();
        batch.BatchCommands.Add(
            new(LockPartitions)
            {
                Parameters =
                {
                    new() { Value = topics },
                    new() { Value = partitions },
                },
            }
        );
        batch.BatchCommands.Add(
            new(Append)
            {
                Parameters =
                {
                    new() { Value = topics },
                    new() { Value = partitions },
                    new() { Value = ends.ConvertAll(end => end.First) },
                    new() { Value = ends.ConvertAll(end => end.Last) },
                    new() { Value = PartitionAppend.Column(appends, record => record.Key) },
                    new()
                    {
                        Value = PartitionAppend.Column(appends, record => record.Body),
                        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                    },
                    new()
                    {
                        Value = PartitionAppend.Column(appends, record => record.Headers),
                        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
                    },
                },
            }
        );
        // A batch without an explicit transaction is one implicit transaction.
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
