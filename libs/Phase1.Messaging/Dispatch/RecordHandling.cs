using Phase1.Messaging.Records;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Dispatch;

/// <summary>Runs a record through the service's handlers inside a unit of work.</summary>
sealed class RecordHandling(RecordDispatcher dispatcher, ServiceTraces traces)
{
    /// <summary>Handles one record, in a span of its own; whatever it causes is of that span.</summary>
    /// <param name="work">Begun, and committed by the caller.</param>
    /// <param name="record">Read, and taken by the inbox.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    /// <exception cref="RecordFailedException">It failed: only the transaction's rollback undoes what it did.</exception>
    public async ValueTask<RecordOutcome> HandleAsync(UnitOfWork work, InboundRecord record, CancellationToken cancellationToken)
    {
        var (topic, partition) = (record.Record.Topic, record.Record.Partition);
        using var span = traces.Process(topic, partition, record.EventId, record.Cause, record.IsRedriven);
        var place = TraceContext.Within(record.IsRedriven ? null : record.Cause.Trace);
        work.Cause = place == record.Cause.Trace ? record.Cause : record.Cause with { Trace = place };
        work.Outcome = RecordOutcome.Applied;
        try
        {
            await dispatcher.DispatchAsync(record.ToMessage(), work, cancellationToken);
            work.SaveLater();
            return work.Outcome;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !work.EarlierFailed)
        {
            var failure = Failure.Of(exception);
            ServiceTraces.Fail(span, failure.ReasonCode);
            throw new RecordFailedException(record, failure, exception);
        }
    }
}
