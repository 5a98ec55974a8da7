using Phase1.Messaging.Records;

namespace Phase1.Messaging.Rounds;

/// <summary>What is known of a round while its transaction is open.</summary>
/// <param name="isNew">Event ids that this service has not dealt with before: their inbox rows were taken in this transaction.</param>
/// <param name="blocked">Keys with a held record: whatever follows waits behind it.</param>
/// <param name="deletedBatches">Batches that are deleted, also by a record of this round: whatever else is told of them changes nothing.</param>
sealed class Round(HashSet<Guid> isNew, HashSet<string> blocked, HashSet<Guid> deletedBatches)
{
    readonly List<RecordEnd> _ends = [];

    public HashSet<string> Blocked => blocked;

    public HashSet<Guid> DeletedBatches => deletedBatches;

    /// <summary>What has become of the records so far, in their order.</summary>
    public IReadOnlyList<RecordEnd> Ends => _ends;

    /// <summary>Whether the record is the first with its event id; asked once.</summary>
    public bool Takes(InboundRecord record) => record is { Envelope: not null, Failure: null } && isNew.Remove(record.EventId);

    public void Add(RecordEnd end) => _ends.Add(end);
}

/// <summary>What has become of a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Outcome">Null while it is held.</param>
/// <param name="IsTaken">Its inbox row was taken in this transaction and says "applied".</param>
readonly record struct RecordEnd(InboundRecord Record, RecordOutcome? Outcome, bool IsTaken);
