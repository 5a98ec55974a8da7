using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.Messaging;

namespace Phase1.FileIntake.Uploads;

/// <summary>What this service tells the others.</summary>
static class UploadFacts
{
    public static BatchFileAdded Added(FileUpload upload, PrivacyOptions privacy) =>
        new()
        {
            BatchId = upload.BatchId,
            FileUploadId = upload.FileUploadId,
            Filename = privacy.OnLog(upload.OriginalFileName),
            UserId = upload.UserId,
            Timestamp = upload.UploadedAt,
        };

    public static TeacherNotificationRequested Uploaded(
        Guid batchId,
        string userId,
        int accepted,
        int refused,
        EventCause cause,
        DateTimeOffset now
    ) =>
        new()
        {
            TeacherId = userId,
            NotificationType = NotificationType.BatchFilesUploaded,
            Category = NotificationCategory.FileOperations,
            Priority = NotificationPriority.Standard,
            Payload = new NotificationPayload { { "accepted", accepted }, { "refused", refused } },
            ActionRequired = false,
            CorrelationId = cause.CorrelationId,
            BatchId = batchId,
            Timestamp = now,
        };

    public static EssayContentProvisioned Provisioned(FileUpload upload, StoredText text, PrivacyOptions privacy) =>
        new()
        {
            BatchId = upload.BatchId,
            FileUploadId = upload.FileUploadId,
            OriginalFileName = privacy.OnLog(upload.OriginalFileName),
            RawFileStorageId = upload.RawStorageId,
            TextStorageId = text.StorageId,
            FileSizeBytes = upload.SizeBytes,
            CorrelationId = upload.CorrelationId,
            Timestamp = text.CreatedAt,
        };

    public static EssayValidationFailed Failed(
        FileUpload upload,
        ValidationErrorCode code,
        string message,
        DateTimeOffset now,
        PrivacyOptions privacy
    ) =>
        new()
        {
            BatchId = upload.BatchId,
            FileUploadId = upload.FileUploadId,
            OriginalFileName = privacy.OnLog(upload.OriginalFileName),
            RawFileStorageId = code == ValidationErrorCode.RawStorageFailed ? EssayValidationFailed.StorageFailed : upload.RawStorageId,
            ValidationErrorCode = code,
            ValidationErrorDetail = new()
            {
                ErrorCode = WireEnum.Name(code),
                Message = message,
                CorrelationId = upload.CorrelationId,
                Timestamp = now,
                Service = ServiceNames.FileIntake,
                Operation = "extract_text",
            },
            FileSizeBytes = upload.SizeBytes,
            CorrelationId = upload.CorrelationId,
            Timestamp = now,
        };

    public static TeacherNotificationRequested FailedNotice(FileUpload upload, ValidationErrorCode code, DateTimeOffset now) =>
        new()
        {
            TeacherId = upload.UserId,
            NotificationType = NotificationType.BatchValidationFailed,
            Category = NotificationCategory.SystemAlerts,
            Priority = NotificationPriority.Immediate,
            Payload = new NotificationPayload { { "file_upload_id", upload.FileUploadId }, { "error_code", WireEnum.Name(code) } },
            ActionRequired = true,
            CorrelationId = upload.CorrelationId,
            BatchId = upload.BatchId,
            Timestamp = now,
        };
}
