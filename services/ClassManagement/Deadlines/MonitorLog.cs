namespace Phase1.ClassManagement.Deadlines;

static partial class MonitorLog
{
    [LoggerMessage(
        EventId = 4001,
        Level = LogLevel.Error,
        Message = "The deadline of batch {BatchId} could not be carried out; it is tried again with the next tick."
    )]
    internal static partial void SetFailed(ILogger logger, Guid batchId, Exception error);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "A tick of the deadline monitor broke off; the next one comes.")]
    internal static partial void TickFailed(ILogger logger, Exception error);
}
