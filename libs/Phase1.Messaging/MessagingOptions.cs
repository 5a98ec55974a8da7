namespace Phase1.Messaging;

/// <summary>How one service's engine runs. Times are TimeSpans; the defaults are those of the domain specification.</summary>
public sealed class MessagingOptions
{
    /// <summary>The service's name on the wire; also its consumer group and the consumer of its inbox.</summary>
    public string ServiceName { get; set; } = "";

    /// <summary>Put before every topic name, so that several suites can share a log; empty in production.</summary>
    public string TopicPrefix { get; set; } = "";

    /// <summary>How many partitions every topic has.</summary>
    public int Partitions { get; set; } = 12;

    /// <summary>The most records in one poll, and so in one transaction.</summary>
    public int PollSize { get; set; } = 500;

    /// <summary>
    /// How many polls this process works on side by side. Each lane is a member of the consumer group, with partitions and database connections
    /// of its own, so one key is still handled by one lane at a time.
    /// </summary>
    public int Lanes { get; set; } = 1;

    /// <summary>How long a poll waits for a first record.</summary>
    public TimeSpan PollWait { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>When a failing record is tried again, counted from each failure; after the last it is dead-lettered.</summary>
    public TimeSpan[] RetryDelays { get; set; } =
    [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(300)];

    /// <summary>How often the set-aside records are looked at.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long inbox rows are kept: longer than the log's retention and the longest redrive.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(14);

    /// <summary>The outbox's safety net: how long the relay sleeps when nobody wakes it.</summary>
    public TimeSpan RelayInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The most outbox rows in one publication.</summary>
    public int RelayBatch { get; set; } = 1000;

    /// <summary>How long a transaction may do nothing before the server ends it, so that a stopped worker does not hold up its successor.</summary>
    public TimeSpan StillTransactionTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The first pause after infrastructure trouble; each further one is twice as long.</summary>
    public TimeSpan ShortestBackOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The last word on a poll that meets infrastructure trouble: the longest pause between two attempts.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>What is wrong with these options, one sentence each; empty when they may be used.</summary>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrWhiteSpace(ServiceName) || ServiceName.Length > 100)
        {
            yield return "Messaging:ServiceName must have 1 to 100 characters.";
        }
        if (Partitions is < 1 or > 1000)
        {
            yield return "Messaging:Partitions must be between 1 and 1000.";
        }
        if (PollSize is < 1 or > 10_000)
        {
            yield return "Messaging:PollSize must be between 1 and 10000.";
        }
        if (Lanes is < 1 or > 64)
        {
            yield return "Messaging:Lanes must be between 1 and 64.";
        }
        if (RelayBatch is < 1 or > 10_000)
        {
            yield return "Messaging:RelayBatch must be between 1 and 10000.";
        }
        if (RetryDelays.Length == 0 || RetryDelays.Any(delay => delay <= TimeSpan.Zero))
        {
            yield return "Messaging:RetryDelays must name at least one delay, each above zero.";
        }
        if (
            PollWait <= TimeSpan.Zero
            || RetryInterval <= TimeSpan.Zero
            || RelayInterval <= TimeSpan.Zero
            || InboxRetention <= TimeSpan.Zero
            || StillTransactionTimeout <= TimeSpan.Zero
            || ShortestBackOff <= TimeSpan.Zero
            || LongestBackOff < ShortestBackOff
        )
        {
            yield return "Messaging: every interval must be above zero.";
        }
    }
}
