namespace Phase1.Events;

/// <summary>An essay of the student whom a request is about, under all ids that it has.</summary>
public sealed record SubjectEssay
{
    /// <summary>Its batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The essay.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The upload that it came by; null where there was none.</summary>
    public Guid? FileUploadId { get; init; }

    /// <summary>Where its text is stored; null where there is none.</summary>
    public string? TextStorageId { get; init; }
}
