using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Storage;

/// <summary>What BOS holds about a student: how the files of the student's essays were called.</summary>
sealed class BatchPersonalData : IPersonalData
{
    const string IsOwn = "essay_id = any(@essays)";

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("batches", "nothing; whether the student's essays are settled")
        {
            Blockers =
            [
                new(
                    PersonalBlocker.BatchNotSettled,
                    """
                    select null::timestamptz from batches where batch_id = any(@batches)
                        and status in ('awaiting_content_validation', 'awaiting_student_validation', 'student_validation_completed')
                    """
                ),
            ],
        },
        new("parked_facts", "whole records, until the batch is ready for them")
        {
            Blockers =
            [
                new(
                    PersonalBlocker.BatchNotSettled,
                    $"select null::timestamptz from parked_facts where {PersonalSql.TextNames("envelope")}"
                ),
            ],
            Remains = [$"select count(*) from parked_facts where {PersonalSql.TextNames("envelope")}"],
        },
        new("pipeline_runs", "nothing of one student; essays that failed, by their ids")
        {
            Blockers =
            [
                new(
                    PersonalBlocker.PipelineRunning,
                    "select null::timestamptz from pipeline_runs where batch_id = any(@batches) and finished_at is null"
                ),
            ],
        },
        new("batch_essays", "the file's name")
        {
            Collect =
                $"select batch_id, essay_id, original_file_name, decided_at, excluded from batch_essays where {IsOwn} and erased_at is null",
            // No later run and no list of texts has it.
            Erase =
            [
                $"""
                    update batch_essays set original_file_name = null, excluded = true, stored = false, erased_at = @now
                    where {IsOwn} and (erased_at is null or original_file_name is not null or stored)
                    """,
            ],
            Remains =
            [
                $"select count(*) from batch_essays where {IsOwn} and (erased_at is null or original_file_name is not null or stored)",
            ],
        },
        PersonalTable.Nothing("batch_status_history"),
        PersonalTable.Nothing("batch_timeline"),
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    // Whoever writes something of a batch holds its row.
    public IReadOnlyList<string> Locks => ["select from batches where batch_id = any(@batches) order by batch_id for update"];
}
