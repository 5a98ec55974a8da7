using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Privacy;

/// <summary>What File Intake holds about a student: the work itself, as it was handed in and as it was read.</summary>
sealed class FileIntakePersonalData : IPersonalData
{
    const string IsOwn = "(file_upload_id = any(@uploads) or text_storage_id = any(@texts::bpchar[]))";

    const string IsNotErased = "(erased_at is null or original_file_name <> 'erased' or error_message is not null)";

    const string RawFiles = $"raw_files where storage_id in (select raw_storage_id from file_uploads where {IsOwn})";

    // Those too that were stored without an upload.
    const string Texts = $"""
        texts where storage_id = any(@texts::bpchar[])
            or storage_id in (select text_storage_id from file_uploads where {IsOwn} and text_storage_id is not null)
        """;

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("raw_files", "the file as it was handed in")
        {
            Collect = $"select storage_id, length, sha256, created_at from {RawFiles}",
            Files = $"select 'original/' || trim(storage_id), bytes from {RawFiles}",
            Erase = [$"delete from {RawFiles}"],
            Remains = [$"select count(*) from {RawFiles}"],
        },
        new("texts", "the text that was read out of it")
        {
            Collect = $"select storage_id, length, sha256, created_at from {Texts}",
            Files = $"select 'texts/' || trim(storage_id) || '.txt', convert_to(text, 'UTF8') from {Texts}",
            Erase = [$"delete from {Texts}"],
            Remains = [$"select count(*) from {Texts}"],
        },
        new("file_uploads", "the file's name, and a sum of its bytes")
        {
            Collect = $"""
                select file_upload_id, batch_id, original_file_name, media_type, size_bytes, sha256, raw_storage_id, text_storage_id, state, error_code,
                    error_message, uploaded_at, processed_at
                from file_uploads where {IsOwn} and erased_at is null
                """,
            Blockers =
            [
                new(PersonalBlocker.RecordsWaiting, $"select null::timestamptz from file_uploads where {IsOwn} and state = 'received'"),
            ],
            Erase =
            [
                $"""
                    update file_uploads set original_file_name = 'erased', sha256 = encode(sha256(convert_to(file_upload_id::text, 'UTF8')), 'hex'),
                        error_message = null, erased_at = @now
                    where {IsOwn} and {IsNotErased}
                    """,
            ],
            Remains = [$"select count(*) from file_uploads where {IsOwn} and {IsNotErased}"],
        },
        PersonalTable.Nothing("batch_locks"),
        PersonalTable.Nothing("upload_sessions"),
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    // A worker holds the upload whose text it is about to store.
    public IReadOnlyList<string> Locks => [$"select from file_uploads where {IsOwn} order by file_upload_id for update"];
}
