using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Messaging.Postgres;

/// <summary>How long the log keeps its rows; <see cref="LogExpiry"/> keeps it.</summary>
static class LogTables
{
    internal static IReadOnlyList<TableRetention> Retention { get; } =
    [
        new StandingTable("log_topics", "one row for each topic"),
        new StandingTable("log_partitions", "one row for each topic and partition"),
        new AgedTable(
            "log_batches",
            "appended_at",
            "Log:Retention",
            services => services.GetRequiredService<PostgresLogOptions>().Retention
        ),
        new StandingTable("log_batches", "for a group that has not read them up to `Log:HeldAtMost`"),
        new StandingTable("log_group_offsets", "one row for each group, topic and partition"),
    ];
}
