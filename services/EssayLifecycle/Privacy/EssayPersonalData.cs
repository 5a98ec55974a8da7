using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Privacy;

/// <summary>What ELS holds about a student: which essays are the student's, and how their files were called.</summary>
sealed class EssayPersonalData : IPersonalData
{
    const string IsOwn = "essay_id = any(@essays)";

    const string IsOwnFile = "(file_upload_id = any(@uploads) or essay_id = any(@essays))";

    const string HasDetails = """(original_file_name is not null or coalesce(error_detail -> 'details', '{}') <> '{}')""";

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("essays", "the author, the file's name, and when the author was decided")
        {
            Collect = $"""
                select essay_id, batch_id, status, original_file_name, file_upload_id, text_storage_id, association_method, association_confirmed_at, updated_at
                from essays where ({IsOwn} or student_id = any(@students)) and erased_at is null
                """,
            // Upload and text stay, as the keys by which a late repetition is known.
            Erase =
            [
                $"""
                    update essays set student_id = null, original_file_name = null, association_method = null, association_confirmed_at = null,
                        status = 'excluded', erased_at = @now, updated_at = @now
                    where {IsOwn} and (erased_at is null or student_id is not null or original_file_name is not null)
                    """,
            ],
            Remains =
            [
                $"""
                    select count(*) from essays
                    where student_id = any(@students) or ({IsOwn} and (erased_at is null or original_file_name is not null))
                    """,
            ],
        },
        new("validation_failures", "the file's name, and what was wrong with the file")
        {
            Collect = $"""
                select batch_id, file_upload_id, essay_id, original_file_name, error_code, failed_at from validation_failures where {IsOwnFile} and {HasDetails}
                """,
            Erase =
            [
                $$"""
                    update validation_failures set original_file_name = null, error_detail = error_detail || '{"details": {}, "message": ""}'
                    where {{IsOwnFile}} and {{HasDetails}}
                    """,
            ],
            Remains = [$"select count(*) from validation_failures where {IsOwnFile} and {HasDetails}"],
        },
        new("excess_content", "the name of a file for which there was no slot")
        {
            Collect = """
                select batch_id, text_storage_id, original_file_name, reason, received_at from excess_content where text_storage_id = any(@texts)
                """,
            Erase = ["delete from excess_content where text_storage_id = any(@texts)"],
            Remains = ["select count(*) from excess_content where text_storage_id = any(@texts)"],
        },
        Waiting("pending_content"),
        Waiting("pending_confirmations"),
        PersonalTable.Nothing("batch_trackers"),
        PersonalTable.Nothing("early_cancellations"),
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    public string? KnownEssays =>
        "select batch_id, essay_id, file_upload_id, text_storage_id from essays where student_id = any(@students) or essay_id = any(@essays)";

    // Whoever writes something of a batch holds its tracker.
    public IReadOnlyList<string> Locks => ["select from batch_trackers where batch_id = any(@batches) order by batch_id for update"];

    static PersonalTable Waiting(string table)
    {
        var named = $"from {table} where {PersonalSql.TextNames("envelope")}";
        return new(table, "whole records, until their batch is ready for them")
        {
            Blockers = [new(PersonalBlocker.RecordsWaiting, $"select null::timestamptz {named}")],
            Remains = [$"select count(*) {named}"],
        };
    }
}
