using Phase1.Messaging.Pump;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Dispatch;

/// <summary>Runs a record through the service's handlers inside a unit of work, and takes back in memory what a failing one did, where it can.</summary>
sealed class RecordHandling(RecordDispatcher dispatcher, ServiceTraces traces)
{
    /// <summary>Handles one record, in a span of its own; whatever it causes is of that span.</summary>
    /// <param name="work">Begun, and committed by the caller.</param>
    /// <param name="record">Read, and taken by the inbox.</param>
    /// <param name="isRedriven">An operator has redriven it: it no longer belongs to the trace in which it was recorded.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    /// <returns>Null when the record was handled; else why it was not, and then nothing of it is left in the unit of work.</returns>
    /// <exception cref="RecordFailedException">
    /// It failed and had spoken to the database, or something is away: only the transaction's rollback undoes it.
    /// </exception>
    public async Task<Failure?> HandleAsync(UnitOfWork work, InboundRecord record, bool isRedriven, CancellationToken cancellationToken)
    {
        using var span = traces.Process(record, isRedriven);
        work.Cause = record.Cause with { Trace = TraceContext.Within(isRedriven ? null : record.Cause.Trace) };
        var mark = work.Mark();
        try
        {
            await dispatcher.DispatchAsync(record.ToMessage(), work, cancellationToken);
            work.SaveLater();
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !work.EarlierFailed)
        {
            var failure = Failure.Of(exception);
            ServiceTraces.Fail(span, failure);
            return failure.Kind != FailureKind.Infrastructure && work.TryUndo(mark)
                ? failure
                : throw new RecordFailedException(record, failure, exception);
        }
    }
}
