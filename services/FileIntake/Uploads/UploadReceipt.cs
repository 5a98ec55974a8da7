namespace Phase1.FileIntake.Uploads;

/// <summary>The answer to an upload: what was taken, what was refused and why.</summary>
sealed record UploadReceipt(Guid BatchId, Guid CorrelationId, IReadOnlyList<AcceptedFile> Accepted, IReadOnlyList<RefusedFile> Refused);

sealed record AcceptedFile(Guid FileUploadId, string FileName);

sealed record RefusedFile(string FileName, string Code);
