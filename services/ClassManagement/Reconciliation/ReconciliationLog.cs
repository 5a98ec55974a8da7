namespace Phase1.ClassManagement.Reconciliation;

static partial class ReconciliationLog
{
    [LoggerMessage(
        EventId = 4101,
        Level = LogLevel.Error,
        Message = "Services disagree, {Kind}: of batch {BatchId}, essay {EssayId}, Class Management holds {Ours} and the other {Theirs}"
    )]
    internal static partial void Reported(ILogger logger, DifferenceKind kind, Guid batchId, Guid? essayId, string ours, string theirs);

    [LoggerMessage(
        EventId = 4102,
        Level = LogLevel.Information,
        Message = "Services agree again, {Kind}: batch {BatchId}, essay {EssayId}"
    )]
    internal static partial void Resolved(ILogger logger, DifferenceKind kind, Guid batchId, Guid? essayId);
}
