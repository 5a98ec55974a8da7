using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Privacy;

/// <summary>What Feedback holds about a student: what was written about the student's essays, and in which other essays the student is named.</summary>
sealed class FeedbackPersonalData : IPersonalData
{
    const string IsOwn = "essay_id = any(@essays)";

    // In the feedback on somebody else's essay a placeholder stands for the student.
    const string NamesStudent = "exists (select from jsonb_array_elements_text(placeholders) p (id) where p.id::uuid = any(@students))";

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("essay_feedback", "what was written about the essay, and whom placeholders stand for")
        {
            Collect = $"select essay_id, batch_id, feedback, model_id, prompt_version, created_at from essay_feedback where {IsOwn}",
            Erase =
            [
                $"delete from essay_feedback where {IsOwn}",
                $"""
                    update essay_feedback set placeholders = (
                        select jsonb_agg(case when p.id::uuid = any(@students) then '{Guid.Empty}' else p.id end order by p.place)
                        from jsonb_array_elements_text(placeholders) with ordinality p (id, place))
                    where {NamesStudent}
                    """,
            ],
            Remains = [$"select count(*) from essay_feedback where {IsOwn} or {NamesStudent}"],
        },
        new("feedback_essays", "how the work on the essay ended")
        {
            Collect = $"select run_id, essay_id, state, error_code, finished_at from feedback_essays where {IsOwn}",
            Erase = [$"delete from feedback_essays where {IsOwn}"],
            Remains = [$"select count(*) from feedback_essays where {IsOwn}"],
        },
        PersonalTable.Nothing("feedback_runs") with
        {
            Blockers =
            [
                new(
                    PersonalBlocker.PipelineRunning,
                    "select parked_until from feedback_runs where state in ('running', 'parked') and batch_id = any(@batches)"
                ),
            ],
        },
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    // Whoever writes an essay's end holds its run.
    public IReadOnlyList<string> Locks => ["select from feedback_runs where batch_id = any(@batches) order by run_id for update"];
}
