namespace Phase1.Messaging;

/// <summary>
/// This record cannot be handled now, for a reason of its own: it is set aside, retried, and dead-lettered with its reason code when the last
/// retry fails.
/// </summary>
/// <param name="reasonCode">A stable code in capitals, such as UNKNOWN_BATCH.</param>
/// <param name="reason">One sentence for the operator, without personal data.</param>
public sealed class ProcessingFailureException(string reasonCode, string reason) : Exception(reason)
{
    /// <summary>A stable code in capitals, such as UNKNOWN_BATCH.</summary>
    public string ReasonCode { get; } = reasonCode;
}
