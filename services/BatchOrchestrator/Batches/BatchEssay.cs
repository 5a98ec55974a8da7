using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>One of the batch's essays; it has a text once the content is complete.</summary>
sealed class BatchEssay
{
    public required Guid BatchId { get; init; }
    public required Guid EssayId { get; init; }
    public required int Ordinal { get; init; }
    public string? TextStorageId { get; set; }
    public string? OriginalFileName { get; set; }
    public bool Stored { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public bool Excluded { get; set; }

    /// <summary>When the file's name was taken out on behalf of the student who wrote it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public bool HasText => TextStorageId is not null;

    public void Take(EssayRef text)
    {
        TextStorageId = text.TextStorageId;
        OriginalFileName = text.OriginalFileName;
    }

    public EssayRef ToRef() =>
        new()
        {
            EssayId = EssayId,
            TextStorageId = TextStorageId ?? throw new InvalidOperationException($"Essay {EssayId} has no text."),
            OriginalFileName = OriginalFileName,
        };
}
