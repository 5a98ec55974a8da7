using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Privacy;

/// <summary>
/// What Tickets holds about a student: earlier requests of the same kind. What settles a batch names essays by their ids alone, and those stand for nobody
/// when the essays are nobody's.
/// </summary>
sealed class TicketsPersonalData : IPersonalData
{
    // The request that asks for the erasure keeps what proves it.
    const string Others = """
        sop like 'DSAR%' and ticket_id <> @ticket and (user_identifier = any(@students::text[])
            or exists (select from unnest(@students) s where position(s::text in lower(metadata::text)) > 0))
        """;

    const string OfRequests = "(select ticket_id from tickets where sop like 'DSAR%' and ticket_id <> @ticket)";

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("work_tasks", "the request that a stage was run for, for 30 days")
        {
            Erase = [$"update work_tasks set context = '{{}}' where correlation_id in {OfRequests} and {In("context")}"],
            Remains = [$"select count(*) from work_tasks where correlation_id in {OfRequests} and {In("context")}"],
        },
        new("ticket_history", "the same, change by change")
        {
            Erase = [$"update ticket_history set details = '{{}}' where ticket_id in {OfRequests} and {In("details")}"],
            Remains = [$"select count(*) from ticket_history where ticket_id in {OfRequests} and {In("details")}"],
        },
        new("tickets", "earlier requests: whose they were, and where their answers went")
        {
            Collect = $"select ticket_id, sop, status, outcome, email, submitted_at, completed_at from tickets where {Others}",
            Erase =
            [
                $$"""
                    update tickets set email = 'erased@tickets.invalid', user_identifier = null, notes = null,
                        metadata = jsonb_build_object('stages', '{}'::jsonb, 'sop_version', metadata -> 'sop_version')
                    where {{Others}}
                    """,
            ],
            Remains = [$"select count(*) from tickets where {Others}"],
        },
        new("erasures", "the ids of who was erased, and nothing else"),
        PersonalTable.Nothing("occurrences"),
        PersonalTable.Nothing("privacy_answers"),
        PersonalTable.Nothing("privacy_questions"),
        PersonalTable.Nothing("schema_migrations"),
        PersonalTable.Nothing("settlements"),
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    static string In(string column) => $"exists (select from unnest(@students) s where position(s::text in lower({column}::text)) > 0)";
}
