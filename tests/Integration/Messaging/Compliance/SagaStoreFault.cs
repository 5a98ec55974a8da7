namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The ways in which the fake saga store can be broken, one for each specification.</summary>
public enum SagaStoreFault
{
    None,
    KeepsTheRolledBack,
    StartsAtZero,
    CountsCommits,
    CountsEverything,
    ReadsAnew,
    LosesUpdates,
    LetsBothBegin,
    KeepsTheFinished,
    ForgetsTheRevived,
    OneLockForAll,
}
