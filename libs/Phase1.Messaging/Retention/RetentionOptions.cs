using System.ComponentModel.DataAnnotations;

namespace Phase1.Messaging;

/// <summary>How long rows are kept. Which table goes by which of these is listed in docs/operations.md.</summary>
public sealed class RetentionOptions
{
    /// <summary>How long a batch is kept after it has ended, with all that belongs to it in every service: a school year and some.</summary>
    [TimeRange(AtLeast = "1.00:00:00")]
    public TimeSpan Work { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long an open dead letter waits for an operator; then it goes as if it had been discarded.</summary>
    [TimeRange(AtLeast = "1.00:00:00")]
    public TimeSpan DeadLetters { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long a dead letter is kept after it has been redriven or discarded.</summary>
    [TimeRange(AtLeast = "1.00:00:00")]
    public TimeSpan SettledDeadLetters { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long teachers' notifications are kept.</summary>
    [TimeRange(AtLeast = "1.00:00:00")]
    public TimeSpan Notifications { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a text is kept that came without an upload and that no deleted batch has named: it may be of a batch that has not ended.</summary>
    [TimeRange(AtLeast = "1.00:00:00")]
    public TimeSpan StoredTexts { get; set; } = TimeSpan.FromDays(800);

    /// <summary>How often what is old is looked for.</summary>
    [TimeRange]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The most rows that one statement deletes.</summary>
    [Range(1, 100_000)]
    public int Slice { get; set; } = 1000;

    /// <summary>What is wrong with these options, one sentence each; empty when they may be used.</summary>
    public IEnumerable<string> Validate() => OptionRanges.Faults(this, "Retention:");
}
