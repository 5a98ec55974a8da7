namespace Phase1.FileIntake.Uploads;

/// <summary>The batch that files are uploaded to, and how repeated files are treated.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="AllowDuplicates">Whether a content that the batch has already is taken again.</param>
/// <param name="ClientFileId">The sender's own id of a file that comes alone: sent again under it, the file is the same.</param>
/// <param name="SessionId">The sender's own id of files for which there is one notification together.</param>
sealed record UploadTarget(Guid BatchId, bool AllowDuplicates, Guid? ClientFileId = null, Guid? SessionId = null);
