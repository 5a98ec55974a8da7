namespace Phase1.Messaging.HeldMessages;

/// <summary>Told, inside the transaction, when a batch's record is given up and the batch stands still until an operator decides.</summary>
public interface IStuckBatchNotification
{
    /// <summary>May record events in <paramref name="work"/>.</summary>
    /// <param name="work">The unit of work that writes the dead letter.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="cause">Of the given-up record; names the teacher where the record did.</param>
    /// <param name="reasonCode">Why it was given up.</param>
    void Announce(UnitOfWork work, Guid batchId, EventCause cause, string reasonCode);
}
