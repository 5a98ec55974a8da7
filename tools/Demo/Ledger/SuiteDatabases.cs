using Npgsql;
using Phase1.Messaging.Kafka;

namespace Phase1.Demo.Ledger;

/// <summary>The databases of the suite, read by plain SQL and never written, and the brokers, where the log is on Kafka.</summary>
sealed class SuiteDatabases(DemoOptions options)
{
    internal KafkaLogOptions? Kafka => options.Kafka;

    internal NpgsqlDataSource Log => Open("log");

    internal NpgsqlDataSource BatchOrchestrator => Open("bos");

    internal NpgsqlDataSource EssayLifecycle => Open("els");

    internal NpgsqlDataSource ClassManagement => Open("cms");

    internal NpgsqlDataSource FileIntake => Open("files");

    /// <summary>Opens the database with this short name; unpooled, since each is read now and then.</summary>
    internal NpgsqlDataSource Open(string name) =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(options.Postgres)
            {
                Database = options.DatabaseNames.GetValueOrDefault(name, $"phase1_{name}"),
                Pooling = false,
                Options = "-c default_transaction_read_only=on",
            }
        );
}
