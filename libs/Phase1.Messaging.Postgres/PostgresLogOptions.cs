namespace Phase1.Messaging.Postgres;

/// <summary>How the log on PostgreSQL behaves. The times are real time: they are about processes, not about the domain.</summary>
public sealed class PostgresLogOptions
{
    /// <summary>The log's own database.</summary>
    public required string ConnectionString { get; set; }

    /// <summary>How often a consumer looks whether partitions must change hands when nothing tells it: members that come and leave do, and so does the end of a process.</summary>
    [TimeRange]
    public TimeSpan RebalanceInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a waiting consumer asks for records when nothing wakes it.</summary>
    [TimeRange]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A consumer that gives no sign for so long (its process was stopped, or a poll does not end) loses its partitions to others.</summary>
    [TimeRange]
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long records are kept; those that a group has still to read are kept for longer.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long records are kept at most for a group that has not read them; then they are deleted, and the group's next poll reports them as lost.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan HeldAtMost { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The largest record the log takes, in bytes.</summary>
    public int MaxRecordBytes { get; set; } = Events.EnvelopeLimits.MaxBytes;

    /// <summary>What is wrong with these options, one sentence each; empty when they may be used.</summary>
    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this, "Log:"))
        {
            yield return fault;
        }
        if (RebalanceInterval >= SessionTimeout)
        {
            yield return "Log:RebalanceInterval must be below SessionTimeout: it is also the sign that a consumer gives while it waits.";
        }
        if (HeldAtMost < Retention)
        {
            yield return "Log:HeldAtMost must not be below Retention.";
        }
    }
}
