namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>What may be wrong with the model. Each must be noticed, or the model notices nothing.</summary>
public enum EngineFlaw
{
    None,

    /// <summary>The group's offsets move before the transaction has committed.</summary>
    OffsetsBeforeCommit,

    /// <summary>The relay deletes what it is about to publish.</summary>
    DeletedBeforePublished,

    /// <summary>The relay reads on behind the highest id that it has seen, though a lower one may commit later.</summary>
    RelayWithCursor,

    /// <summary>A record leaves before its transaction has committed.</summary>
    PublishedBeforeCommit,

    /// <summary>The inbox does not know what it has taken.</summary>
    InboxForgets,

    /// <summary>The inbox row commits by itself, before the effect.</summary>
    InboxByItself,

    /// <summary>A record that is published again has another event id.</summary>
    NewIdAtEachPublication,

    /// <summary>A transaction begins without a look at its epoch.</summary>
    FenceNotChecked,

    /// <summary>Whoever wins a partition does not raise its epoch.</summary>
    EpochNotRaised,

    /// <summary>Whoever raises the epoch does not wait for a transaction that holds it.</summary>
    EpochNotLocked,
}
