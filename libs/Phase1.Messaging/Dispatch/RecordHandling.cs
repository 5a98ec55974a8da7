using Phase1.Messaging.Pump;

namespace Phase1.Messaging.Dispatch;

/// <summary>Runs a record through the service's handlers inside a unit of work, and takes back in memory what a failing one did, where it can.</summary>
sealed class RecordHandling(RecordDispatcher dispatcher)
{
    /// <summary>Handles one record.</summary>
    /// <returns>Null when the record was handled; else why it was not, and then nothing of it is left in the unit of work.</returns>
    /// <exception cref="RecordFailedException">
    /// It failed and had spoken to the database, or something is away: only the transaction's rollback undoes it.
    /// </exception>
    public async Task<Failure?> HandleAsync(UnitOfWork work, InboundRecord record, CancellationToken cancellationToken)
    {
        work.Cause = record.Cause;
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
            return failure.Kind != FailureKind.Infrastructure && work.TryUndo(mark)
                ? failure
                : throw new RecordFailedException(record, failure, exception);
        }
    }
}
