using Phase1.Events;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>A slot, and what has become of it.</summary>
sealed class Essay
{
    public required Guid EssayId { get; init; }
    public required Guid BatchId { get; init; }
    public required int Ordinal { get; init; }
    public EssayStatus Status { get; set; }
    public string? TextStorageId { get; set; }
    public Guid? FileUploadId { get; set; }
    public string? OriginalFileName { get; set; }
    public Guid? StudentId { get; set; }
    public ValidationMethod? AssociationMethod { get; set; }
    public DateTimeOffset? AssociationConfirmedAt { get; set; }

    /// <summary>Of the decision that stands; 0 before the first.</summary>
    public int AssociationVersion { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When author and file name were taken out on behalf of the student who wrote it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public bool IsFree => Status is EssayStatus.Uploaded;

    public bool HasText => Status is EssayStatus.ReadyForProcessing;

    public bool IsDecided => AssociationConfirmedAt is not null;

    public EssayRef ToRef() =>
        new()
        {
            EssayId = EssayId,
            TextStorageId = TextStorageId!,
            OriginalFileName = OriginalFileName,
        };
}
