namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The ways in which the fake log can be broken, one for each specification.</summary>
public enum LogFault
{
    None,
    ForgetsTopics,
    IgnoresPartitionCount,
    ScattersKeys,
    HashesItsOwnWay,
    LeavesGaps,
    Shuffles,
    TakesAnything,
    CutsBodies,
    GivesAllToEveryone,
    OneGroupForAll,
    NeverLetsGo,
    WaitsForTheDead,
    LetsTheDeadCommit,
    ForgetsOffsets,
    CommitsByItself,
    StoresTooMuch,
    RepeatsWins,
    NeverWakes,
    KeepsToItself,
    SkipsOverStandBy,
    HidesOffsets,
    NeverGoesBack,
    EndsEarly,
}
