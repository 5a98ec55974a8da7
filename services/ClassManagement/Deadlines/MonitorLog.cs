namespace Phase1.ClassManagement.Deadlines;

static partial class MonitorLog
{
    [LoggerMessage(
        EventId = 4001,
        Level = LogLevel.Error,
        Message = "The deadline of batch {BatchId} could not be carried out; it is tried again with the next tick: {Fault}"
    )]
    internal static partial void SetFailed(ILogger logger, Guid batchId, string fault);
}
