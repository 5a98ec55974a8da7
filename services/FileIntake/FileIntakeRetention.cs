using Phase1.Messaging;

namespace Phase1.FileIntake;

/// <summary>How long File Intake keeps its rows.</summary>
static class FileIntakeRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new BatchTable("texts", "storage_id in (select text_storage_id from file_uploads where batch_id = any($1))"),
        new BatchTable("raw_files", "storage_id in (select raw_storage_id from file_uploads where batch_id = any($1))"),
        // A worker holds the upload whose text it is about to store.
        new BatchTable("file_uploads") { LockFirst = true },
        new BatchTable("upload_sessions"),
        new BatchTable("batch_locks"),
        new AgedTable(
            "texts",
            "created_at",
            "Retention:StoredTexts",
            services => services.GetRequiredService<RetentionOptions>().StoredTexts
        )
        {
            When = "not exists (select from file_uploads u where u.text_storage_id = texts.storage_id)",
        },
    ];
}
