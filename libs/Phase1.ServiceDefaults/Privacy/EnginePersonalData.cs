namespace Phase1.ServiceDefaults;

/// <summary>What the engine's own tables hold about students, in every service.</summary>
static class EnginePersonalData
{
    const string Records = "whole records that name the student";

    // The questions about a student name the student themselves, and are gone with their answers.
    const string Questions = "topic like '%huleedu.privacy.%'";

    static string LettersName => PersonalSql.BytesName("body");

    internal static IReadOnlyList<PersonalTable> Tables { get; } =
    [
        new("held_messages", $"{Records}, while they are being retried")
        {
            // The head of a dead letter's key waits for an operator, and goes with the letter.
            Blockers =
            [
                new(
                    PersonalBlocker.RecordsWaiting,
                    $"select null::timestamptz from held_messages where dead_letter_id is null and not {Questions} and {PersonalSql.BytesName("envelope")}"
                ),
            ],
            Erase =
            [
                $"delete from held_messages where dead_letter_id in (select id from dead_letters where state = 'open' and {LettersName})",
            ],
            Remains = [$"select count(*) from held_messages where not {Questions} and {PersonalSql.BytesName("envelope")}"],
        },
        new("dead_letter_history", "nothing; it says who settled what")
        {
            Erase =
            [
                $"""
                    insert into dead_letter_history (dead_letter_id, act, at, by)
                    select id, 'discarded', @now, @by from dead_letters where state = 'open' and {LettersName}
                    """,
            ],
            Remains =
            [
                """
                    select count(*) from dead_letters d where state = 'discarded' and resolved_by = @by
                    and not exists (select from dead_letter_history h where h.dead_letter_id = d.id and h.act = 'discarded')
                    """,
            ],
        },
        new("dead_letters", $"{Records}, as they came")
        {
            Erase =
            [
                $"""
                    update dead_letters set body = '',
                        resolved_by = case when state = 'open' then @by else resolved_by end,
                        resolved_at = case when state = 'open' then @now else resolved_at end,
                        state = case when state = 'open' then 'discarded' else state end
                    where {LettersName}
                    """,
            ],
            Remains = [$"select count(*) from dead_letters where {LettersName}"],
        },
        new("idempotent_requests", "first answers to requests, for 24 hours")
        {
            Erase = [$"delete from idempotent_requests where {PersonalSql.BytesName("response")}"],
            Remains = [$"select count(*) from idempotent_requests where {PersonalSql.BytesName("response")}"],
        },
        new("privacy_requests", "the ids that a request names, for 7 days")
        {
            RemainsInProof = [$"select count(*) from privacy_requests where ticket_id <> @ticket and {PersonalSql.TextNames("subject")}"],
        },
        new("outbox", $"{Records}, on their way to the log")
        {
            RemainsInProof = [$"select count(*) from outbox where not {Questions} and {PersonalSql.BytesName("envelope")}"],
        },
        PersonalTable.Nothing("inbox"),
        PersonalTable.Nothing("partition_owners"),
        PersonalTable.Nothing("consumed_offsets"),
        PersonalTable.Nothing("dead_letter_accesses"),
        PersonalTable.Nothing("deleted_batches"),
    ];
}
