namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The ways in which the fake outbox can be broken, one for each specification.</summary>
public enum OutboxFault
{
    None,
    SendsAtOnce,
    KeepsTheRolledBack,
    Shuffles,
    ReadsBehindACursor,
    StopsAtARefusal,
    DeletesFirst,
    MintsAtPublication,
}
