namespace Phase1.Demo.Client;

sealed record CreatedClass(Guid Id, string Name);

sealed record Registration(Guid BatchId, Guid CorrelationId);

sealed record ClassPage(IReadOnlyList<CreatedClass> Items);

sealed record BatchPage(IReadOnlyList<BatchStatusDocument> Items);

sealed record CreatedStudent(Guid StudentId);

sealed record Roster(IReadOnlyList<RosterStudent> Students);

sealed record RosterStudent(Guid StudentId, string FullLegalName, string? Email)
{
    internal string Mark => Email ?? FullLegalName;
}

sealed record BatchStatusDocument(Guid BatchId, string Status, string CourseCode, BatchCounts Counts, Guid CorrelationId);

sealed record BatchCounts(int Expected, int? Provisioned, int? Failed, int Stored, int Decided);

sealed record HistoryStep(int Seq, string? From, string To, string Trigger, DateTimeOffset OccurredAt, bool Replayed);

sealed record Uploads(IReadOnlyList<Upload> Items);

sealed record Upload(Guid FileUploadId, string FileName, string State, string? ErrorCode);

sealed record AssociationList(string State, DateTimeOffset DeadlineAt, AssociationCounts Counts, IReadOnlyList<Association> Associations);

sealed record AssociationCounts(int Total, int Decided, int Undecided, int High, int Medium, int Low);

sealed record Association(
    Guid EssayId,
    string? FileName,
    string Band,
    AssociatedStudent? SuggestedStudent,
    AssociatedStudent? DecidedStudent,
    string? Decision,
    string? NoMatchReason
);

sealed record AssociatedStudent(Guid StudentId, string DisplayName);

sealed record DecisionAnswer(int Remaining);

sealed record DemoClock(DateTimeOffset Now, long OffsetSeconds);
