namespace Phase1.FileIntake.Uploads;

/// <summary>The form of an upload, for its description; <see cref="UploadForm"/> reads it as a stream.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Files">The files, each with its name.</param>
/// <param name="AssignmentId">The caller's own mark for the assignment.</param>
/// <param name="AllowDuplicates">Whether a text that the batch has already is taken again.</param>
sealed record UploadFields(Guid BatchId, IReadOnlyList<IFormFile> Files, string? AssignmentId, bool? AllowDuplicates);
