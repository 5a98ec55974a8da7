namespace Phase1.Messaging.Operator;

/// <summary>Dead letters that failed in the same way.</summary>
/// <param name="Cause">Of all of them: topic, reason code, exception and first method of ours, as 16 hexadecimal digits.</param>
/// <param name="Consumer">The service that gave them up.</param>
/// <param name="Topic">Their topic.</param>
/// <param name="ReasonCode">Their reason code.</param>
/// <param name="Reason">Of one of them.</param>
/// <param name="Frame">The first method of ours in the stack, where there is one.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Batches">How many batches they are about.</param>
/// <param name="FirstFailedAt">UTC.</param>
/// <param name="LastFailedAt">UTC.</param>
/// <param name="Hours">How many failed in each of the last 24 hours, the latest last.</param>
sealed record DeadLetterGroup(
    string Cause,
    string Consumer,
    string Topic,
    string ReasonCode,
    string Reason,
    string? Frame,
    int Count,
    int Batches,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset LastFailedAt,
    IReadOnlyList<int> Hours
)
{
    /// <summary>How many hours <see cref="Hours"/> has.</summary>
    internal const int Day = 24;
}
