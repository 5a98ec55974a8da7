using Npgsql;
using Phase1.Events;
using Phase1.Integration.Tests.Messaging.Engine;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.UnitsOfWork;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The engine's outbox and relay on PostgreSQL.</summary>
public sealed class PostgresOutboxComplianceTests : OutboxCompliance
{
    protected override async Task<IOutboxHarness> OpenAsync() => new Harness(await EngineWorld.CreateAsync("outbox"));

    sealed class Harness(EngineWorld world) : IOutboxHarness
    {
        EngineHost? _relay;
        bool _dies;

        public async Task<IRecording> BeginAsync()
        {
            var connection = await world.Sql.OpenConnectionAsync(Token);
            return new Recording(connection, await connection.BeginTransactionAsync(Token));
        }

        public async Task RelayAsync()
        {
            _relay ??= await world.StartAsync(setup =>
            {
                setup.Handles = _ => { };
                setup.Wrap = log => new FaultyLog(log) { AfterPublish = DieOnce };
            });
            await Eventually.BecomesTrueAsync(async () => await world.CountAsync("outbox") == 0, Token);
        }

        public async Task RelayAndDieAsync()
        {
            _dies = true;
            await RelayAsync();
        }

        public async Task<IReadOnlyList<(Guid EventId, Guid UploadId)>> PublishedAsync()
        {
            var lines = await world.ColumnAsync<string>(
                """
                select (b ->> 'event_id') || '|' || (b -> 'data' ->> 'file_upload_id')
                from (select log_offset, convert_from(body, 'UTF8')::jsonb as b from log_records where topic = $1) r order by log_offset
                """,
                Topics.BatchFileAdded
            );
            return [.. lines.Select(line => line.Split('|')).Select(parts => (Guid.Parse(parts[0]), Guid.Parse(parts[1])))];
        }

        public Task<long> BuriedAsync() => world.CountAsync("dead_letters where reason_code = 'REFUSED_BY_LOG' and state = 'open'");

        public ValueTask DisposeAsync() => world.DisposeAsync();

        Task DieOnce()
        {
            if (!_dies)
            {
                return Task.CompletedTask;
            }
            _dies = false;
            return Task.FromException(new LogUnavailableException("The relay did not live to hear it."));
        }
    }

    sealed class Recording(NpgsqlConnection connection, NpgsqlTransaction transaction) : IRecording
    {
        readonly PendingEvents _events = new(new MessagingOptions { ServiceName = EngineSetup.Service }, TimeProvider.System);

        public void Record(BatchFileAdded fact) => _events.Add(fact, new EventCause(Facts.NewId()));

        public async Task RecordUnpublishableAsync()
        {
            Record(Facts.File(Facts.NewId()));
            await WriteAsync();
            await using var spoil = new NpgsqlCommand(
                "update outbox set topic = 'nowhere.v1' where id = (select max(id) from outbox)",
                connection,
                transaction
            );
            await spoil.ExecuteNonQueryAsync(Token);
        }

        public async Task WriteAsync()
        {
            if (!_events.Any)
            {
                return;
            }
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(_events.ToInsert());
            await batch.ExecuteNonQueryAsync(Token);
            _events.Clear();
        }

        public async Task CommitAsync()
        {
            await WriteAsync();
            await transaction.CommitAsync(Token);
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
