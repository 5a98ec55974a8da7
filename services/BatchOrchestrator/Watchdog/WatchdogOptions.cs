using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>Section <c>Watchdog</c>: how long a batch may stay in a status before it counts as stuck.</summary>
sealed class WatchdogOptions : IValidatedOptions
{
    /// <summary>How often the watchdog looks.</summary>
    [TimeRange]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait for the texts of a batch.</summary>
    [TimeRange]
    public TimeSpan AwaitingContentValidation { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The longest wait for the decisions; when not set, two hours more than <c>Associations:Timeout</c>, since only then has the deadline failed to
    /// release the batch.
    /// </summary>
    [TimeRange]
    public TimeSpan? AwaitingStudentValidation { get; set; }

    /// <summary>The longest wait for ELS to report the essays of a decided batch ready.</summary>
    [TimeRange]
    public TimeSpan StudentValidationCompleted { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest run of a pipeline.</summary>
    [TimeRange]
    public TimeSpan ProcessingPipelines { get; set; } = TimeSpan.FromHours(6);
}
