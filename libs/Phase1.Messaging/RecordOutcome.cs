namespace Phase1.Messaging;

/// <summary>What became of a record; stored in the inbox.</summary>
public enum RecordOutcome
{
    /// <summary>It had its effect.</summary>
    Applied,

    /// <summary>It says what an earlier record with another event id had said.</summary>
    Duplicate,

    /// <summary>True, but too late to matter.</summary>
    Stale,

    /// <summary>Kept for later by the handler.</summary>
    Parked,

    /// <summary>Refused for good; a dead letter says why.</summary>
    ContractViolation,
}
