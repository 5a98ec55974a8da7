using Npgsql;
using Phase1.Events;

namespace Phase1.FileIntake.Uploads;

/// <summary>Statements on many rows of <c>file_uploads</c> at once: a request brings many, and many are processed together.</summary>
static class FileUploadRows
{
    const string Insert = """
        insert into file_uploads (file_upload_id, batch_id, user_id, org_id, original_file_name, media_type, size_bytes, sha256, allow_duplicate,
            raw_storage_id, state, attempts, next_attempt_at, correlation_id, uploaded_at, trace)
        select file_upload_id, batch_id, user_id, org_id, original_file_name, media_type, size_bytes, sha256, allow_duplicate,
            raw_storage_id, $15, 0, next_attempt_at, correlation_id, uploaded_at, trace
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as u (file_upload_id, batch_id, user_id, org_id,
            original_file_name, media_type, size_bytes, sha256, allow_duplicate, raw_storage_id, next_attempt_at, correlation_id, uploaded_at, trace)
        """;

    const string Complete = """
        update file_uploads u
        set state = c.state, text_storage_id = c.text_storage_id, error_code = c.error_code, error_message = c.error_message,
            processed_at = c.processed_at
        from unnest($1, $2, $3, $4, $5, $6) as c (file_upload_id, state, text_storage_id, error_code, error_message, processed_at)
        where u.file_upload_id = c.file_upload_id
        """;

    /// <summary>Stores uploads that have come.</summary>
    public static NpgsqlBatchCommand ToInsert(IReadOnlyCollection<FileUpload> uploads) =>
        new(Insert)
        {
            Parameters =
            {
                Of(uploads, upload => upload.FileUploadId),
                Of(uploads, upload => upload.BatchId),
                Of(uploads, upload => upload.UserId),
                Of(uploads, upload => upload.OrgId),
                Of(uploads, upload => upload.OriginalFileName),
                Of(uploads, upload => upload.MediaType),
                Of(uploads, upload => upload.SizeBytes),
                Of(uploads, upload => upload.Sha256),
                Of(uploads, upload => upload.AllowDuplicate),
                Of(uploads, upload => upload.RawStorageId),
                Of(uploads, upload => upload.NextAttemptAt),
                Of(uploads, upload => upload.CorrelationId),
                Of(uploads, upload => upload.UploadedAt),
                Of(uploads, upload => upload.Trace?.ToString()),
                new() { Value = WireEnum.Name(UploadState.Received) },
            },
        };

    /// <summary>Stores what has become of uploads.</summary>
    public static NpgsqlBatchCommand ToComplete(IReadOnlyCollection<FileUpload> uploads) =>
        new(Complete)
        {
            Parameters =
            {
                Of(uploads, upload => upload.FileUploadId),
                Of(uploads, upload => WireEnum.Name(upload.State)),
                Of(uploads, upload => upload.TextStorageId),
                Of(uploads, upload => upload.ErrorCode is { } code ? WireEnum.Name(code) : null),
                Of(uploads, upload => upload.ErrorMessage),
                Of(uploads, upload => upload.ProcessedAt),
            },
        };

    static NpgsqlParameter Of<T>(IReadOnlyCollection<FileUpload> uploads, Func<FileUpload, T> column) =>
        new() { Value = uploads.Select(column).ToArray() };
}
