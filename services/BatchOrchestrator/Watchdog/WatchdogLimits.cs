using Phase1.Events;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>How long a batch may stay in each status; a status without limit may last for ever.</summary>
sealed class WatchdogLimits(WatchdogOptions options, IConfiguration configuration)
{
    static readonly TimeSpan DefaultDeadline = TimeSpan.FromHours(24);
    static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    public IReadOnlyDictionary<BatchStatus, TimeSpan> ByStatus { get; } =
        new Dictionary<BatchStatus, TimeSpan>
        {
            [BatchStatus.AwaitingContentValidation] = options.AwaitingContentValidation,
            [BatchStatus.AwaitingStudentValidation] =
                options.AwaitingStudentValidation ?? configuration.GetValue("Associations:Timeout", DefaultDeadline) + Grace,
            [BatchStatus.StudentValidationCompleted] = options.StudentValidationCompleted,
            [BatchStatus.ProcessingPipelines] = options.ProcessingPipelines,
        };
}
