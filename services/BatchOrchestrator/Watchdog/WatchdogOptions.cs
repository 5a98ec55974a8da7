using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>Section <c>Watchdog</c>: how often it looks, and how long a batch may stay in a status before it counts as stuck.</summary>
sealed class WatchdogOptions : IValidatedOptions
{
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(60);
    public TimeSpan AwaitingContentValidation { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Null: two hours more than <c>Associations:Timeout</c>, since only then has the deadline failed to release the batch.</summary>
    public TimeSpan? AwaitingStudentValidation { get; set; }

    public TimeSpan StudentValidationCompleted { get; set; } = TimeSpan.FromMinutes(15);
    public TimeSpan ProcessingPipelines { get; set; } = TimeSpan.FromHours(6);

    public IEnumerable<string> Validate()
    {
        (string Name, TimeSpan Value)[] spans =
        [
            (nameof(Interval), Interval),
            (nameof(AwaitingContentValidation), AwaitingContentValidation),
            (nameof(AwaitingStudentValidation), AwaitingStudentValidation ?? TimeSpan.MaxValue),
            (nameof(StudentValidationCompleted), StudentValidationCompleted),
            (nameof(ProcessingPipelines), ProcessingPipelines),
        ];
        return spans.Where(span => span.Value <= TimeSpan.Zero).Select(span => $"{span.Name} must be above zero.");
    }
}
