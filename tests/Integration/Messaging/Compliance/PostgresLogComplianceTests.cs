using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The log on PostgreSQL does what every log must do.</summary>
public sealed class PostgresLogComplianceTests : LogCompliance
{
    protected override async Task<ILogHarness> OpenAsync() =>
        new Harness(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("logcompliance"));

    sealed class Harness(TestDatabase database) : ILogHarness
    {
        readonly List<PostgresLog> _instances = [];

        public TimeSpan Patience => Eventually.Patience;

        public int MaxRecordBytes => 4 << 20;

        public ILog Open()
        {
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = $"log-{_instances.Count}" };
            var log = new PostgresLog(
                new()
                {
                    ConnectionString = connection.ConnectionString,
                    RebalanceInterval = TimeSpan.FromMilliseconds(20),
                    PollInterval = TimeSpan.FromMilliseconds(10),
                }
            );
            _instances.Add(log);
            return log;
        }

        public async Task KillAsync(ILog instance)
        {
            await using var kill = database.DataSource.CreateCommand(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = $1 and datname = current_database()"
            );
            kill.Parameters.Add(new() { Value = $"log-{_instances.IndexOf((PostgresLog)instance)}" });
            await kill.ExecuteNonQueryAsync(Token);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var instance in _instances)
            {
                await instance.DisposeAsync();
            }
            await database.DisposeAsync();
        }
    }
}
