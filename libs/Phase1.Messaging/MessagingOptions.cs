using System.ComponentModel.DataAnnotations;

namespace Phase1.Messaging;

/// <summary>How one service's engine runs. Times are TimeSpans; the defaults are those of the domain specification.</summary>
public sealed class MessagingOptions
{
    /// <summary>The service's name on the wire; also its consumer group and the consumer of its inbox.</summary>
    public string ServiceName { get; set; } = "";

    /// <summary>Put before every topic name, so that several suites can share a log; empty in production.</summary>
    public string TopicPrefix { get; set; } = "";

    /// <summary>How many partitions every topic has.</summary>
    [Range(1, 1000)]
    public int Partitions { get; set; } = 12;

    /// <summary>The most records in one poll, and so in one transaction.</summary>
    [Range(1, 10_000)]
    public int PollSize { get; set; } = 500;

    /// <summary>
    /// How many polls this process works on side by side. Each lane is a member of the consumer group, with partitions and database connections
    /// of its own, so one key is still handled by one lane at a time.
    /// </summary>
    [Range(1, 64)]
    public int Lanes { get; set; } = 1;

    /// <summary>How long a poll waits for a first record.</summary>
    [TimeRange]
    public TimeSpan PollWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>When a failing record is tried again, counted from each failure; after the last it is dead-lettered.</summary>
    [TimeRange]
    public TimeSpan[] RetryDelays { get; set; } =
    [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(300)];

    /// <summary>How often held records that are due are looked for; those that this process holds it tries when their time comes.</summary>
    [TimeRange]
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long inbox rows are kept: longer than the log's retention. Records that are nearly as old are dead letters (RECORD_TOO_OLD).</summary>
    [TimeRange(AtLeast = "4.00:00:00")]
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often the relay looks for outbox rows when nothing wakes it.</summary>
    [TimeRange]
    public TimeSpan RelayInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most outbox rows in one publication.</summary>
    [Range(1, 10_000)]
    public int RelayBatch { get; set; } = 1000;

    /// <summary>How long a transaction may do nothing before the server ends it, so that a stopped worker does not hold up its successor.</summary>
    [TimeRange]
    public TimeSpan StillTransactionTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The first pause after a transient error; each further one is twice as long.</summary>
    [TimeRange]
    public TimeSpan ShortestBackOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two attempts at a poll that meets transient errors.</summary>
    [TimeRange]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>What is wrong with these options, one sentence each; empty when they may be used.</summary>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrWhiteSpace(ServiceName) || ServiceName.Length > 100)
        {
            yield return "Messaging:ServiceName must have 1 to 100 characters.";
        }
        foreach (var fault in OptionRanges.Faults(this, "Messaging:"))
        {
            yield return fault;
        }
        if (RetryDelays.Length == 0)
        {
            yield return "Messaging:RetryDelays must name at least one delay.";
        }
        if (LongestBackOff < ShortestBackOff)
        {
            yield return "Messaging:LongestBackOff must not be below ShortestBackOff.";
        }
    }
}
