namespace Phase1.Events;

/// <summary>Services are to erase what they hold about a student (record 34). Ids alone: a name never stands on the log.</summary>
public sealed record PersonalDataErasureRequested : IFact
{
    /// <summary>The ticket that it is asked for; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>Id of this question; answers repeat it.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>All ids under which the student is known, 1..20.</summary>
    public required IReadOnlyList<Guid> StudentIds { get; init; }

    /// <summary>The student's essays, at most 2,000.</summary>
    public required IReadOnlyList<SubjectEssay> Essays { get; init; }

    string IFact.PartitionKey => TicketId;
}
