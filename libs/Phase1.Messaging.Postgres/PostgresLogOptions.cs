namespace Phase1.Messaging.Postgres;

/// <summary>How the log on PostgreSQL behaves. The times are real time: they are about processes, not about the domain.</summary>
public sealed class PostgresLogOptions
{
    /// <summary>The log's own database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>How often a consumer looks whether partitions must change hands.</summary>
    public TimeSpan RebalanceInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a waiting consumer asks for records of other processes; those of its own process wake it at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A consumer that does not speak for so long (stopped, or stuck in a poll) is taken for dead and loses its partitions.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long records are kept, whoever has read them.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The largest record the log takes, in bytes.</summary>
    public int MaxRecordBytes { get; init; } = Events.EnvelopeLimits.MaxBytes;
}
