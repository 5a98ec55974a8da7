using Phase1.Events;

namespace Phase1.Portal.Neighbours;

// What the services answer, as far as a page shows it.

/// <summary>One page of a list.</summary>
/// <param name="Items">The page.</param>
/// <param name="NextCursor">Where the next one begins; null on the last.</param>
public sealed record ListDocument<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A batch, as BOS knows it; in a list with what it has asked of Class Management.</summary>
public sealed record BatchDocument(
    Guid BatchId,
    BatchStatus Status,
    Guid? ClassId,
    CourseCode CourseCode,
    CountsDocument Counts,
    DateTimeOffset StatusSince,
    DateTimeOffset? StuckSince,
    RunDocument? Pipeline,
    DateTimeOffset CreatedAt,
    DateTimeOffset? AutoConfirmDeadline = null,
    DecisionsDocument? Decisions = null
);

/// <summary>How many essays came how far.</summary>
public sealed record CountsDocument(int Expected, int? Provisioned, int? Failed, int Stored, int Decided);

/// <summary>The latest pipeline run.</summary>
public sealed record RunDocument(string RequestedPipeline, List<Phase> Phases, Phase? CurrentPhase);

/// <summary>How far the decisions have come.</summary>
public sealed record DecisionsDocument(int Total, int Matched, int Undecided);

/// <summary>How far the texts have come.</summary>
public sealed record TextsDocument(int Arrived, int Failed);

/// <summary>What the sentence about a batch is made of.</summary>
public sealed record ProgressDocument(TextsDocument? Texts, DecisionsDocument? Decisions);

/// <summary>Where a batch stands and why.</summary>
public sealed record ExplanationDocument(
    Guid BatchId,
    BatchStatus Status,
    DateTimeOffset? Deadline,
    ProgressDocument Progress,
    BatchDocument Details,
    IReadOnlyList<string> Unavailable
);

/// <summary>A class.</summary>
public sealed record ClassDocument(Guid Id, string Name, IReadOnlyList<CourseCode> CourseCodes, int StudentCount);

/// <summary>The students of a class.</summary>
public sealed record RosterDocument(IReadOnlyList<StudentDocument> Students);

/// <summary>A student.</summary>
public sealed record StudentDocument(Guid StudentId, string FirstName, string LastName, string FullLegalName, string? Email);

/// <summary>What became of a pasted list.</summary>
public sealed record StudentsAddedDocument(int Created, int Existing, IReadOnlyList<RejectedLineDocument> Rejected);

/// <summary>A line of it that is no name.</summary>
public sealed record RejectedLineDocument(int Line, string Reason);

/// <summary>An essay, as ELS knows it.</summary>
public sealed record EssayDocument(Guid EssayId, string Status, string? OriginalFileName, string? ErrorCode, string? TextStorageId = null);

/// <summary>A file without a slot.</summary>
public sealed record ExcessDocument(string? OriginalFileName);

/// <summary>The essays of a batch.</summary>
public sealed record EssaysDocument(IReadOnlyList<EssayDocument> Items, string? NextCursor, IReadOnlyList<ExcessDocument> Excess);

/// <summary>What became of files that were sent.</summary>
public sealed record ReceiptDocument(IReadOnlyList<RefusedFileDocument> Refused);

/// <summary>How many files of a session were taken, and how many were refused.</summary>
public sealed record UploadedDocument(int Accepted, int Refused);

/// <summary>A file that was not taken.</summary>
public sealed record RefusedFileDocument(string FileName, string Code);
