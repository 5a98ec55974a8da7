namespace Phase1.Messaging.Pump;

/// <summary>What is known of a poll while its transaction is open.</summary>
sealed class OpenPoll
{
    /// <summary>Event ids that this service has not dealt with before and that are still to be dispatched.</summary>
    public HashSet<Guid> New { get; } = [];

    /// <summary>Keys with a record set aside: whatever follows waits behind it.</summary>
    public HashSet<string> Blocked { get; } = [];

    /// <summary>Batches that are deleted, also by a record of this poll: whatever else is told of them changes nothing.</summary>
    public HashSet<Guid> DeletedBatches { get; } = [];

    /// <summary>Records of such batches.</summary>
    public HashSet<InboundRecord> Late { get; } = [];

    public List<InboundRecord> Held { get; } = [];

    public List<InboundRecord> Refused { get; } = [];

    /// <summary>Event ids whose inbox rows must go, because their records wait.</summary>
    public List<Guid> TakenBack { get; } = [];

    public List<(Guid EventId, RecordOutcome Outcome)> Outcomes { get; } = [];

    public HashSet<InboundRecord> Duplicates { get; } = [];

    public void PassOver(InboundRecord record)
    {
        Late.Add(record);
        if (record.Envelope is not null && New.Remove(record.EventId))
        {
            Outcomes.Add((record.EventId, RecordOutcome.Stale));
        }
    }

    public void Hold(InboundRecord record)
    {
        Blocked.Add(record.Key);
        Held.Add(record);
        if (New.Remove(record.EventId))
        {
            TakenBack.Add(record.EventId);
        }
    }
}
