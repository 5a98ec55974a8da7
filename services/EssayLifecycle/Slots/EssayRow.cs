using Phase1.Events;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>An essay as its teacher sees it.</summary>
sealed record EssayRow(
    Guid EssayId,
    EssayStatus Status,
    string? OriginalFileName,
    Guid? FileUploadId,
    string? TextStorageId,
    Guid? StudentId,
    ValidationMethod? AssociationMethod,
    DateTimeOffset? AssociationConfirmedAt,
    ValidationErrorCode? ErrorCode
)
{
    public static EssayRow Of(EssayWithError row) =>
        new(
            row.Essay.EssayId,
            row.Essay.Status,
            row.Essay.OriginalFileName,
            row.Essay.FileUploadId,
            row.Essay.TextStorageId,
            row.Essay.StudentId,
            row.Essay.AssociationMethod,
            row.Essay.AssociationConfirmedAt,
            row.ErrorCode
        );
}

/// <summary>An essay and why it has no text.</summary>
sealed class EssayWithError
{
    public required Essay Essay { get; init; }
    public ValidationErrorCode? ErrorCode { get; init; }
}
