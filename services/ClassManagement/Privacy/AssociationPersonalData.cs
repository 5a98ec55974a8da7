using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Privacy;

/// <summary>What was proposed and decided: about the student's own essays, and of the student about the essays of others.</summary>
static class AssociationPersonalData
{
    /// <summary>An essay that the student wrote.</summary>
    internal const string IsOwn = "essay_id = any(@essays)";

    /// <summary>A row that proposes or decides the student.</summary>
    internal const string NamesStudent = $"(suggested_student_id = any(@students) or decided_student_id = any(@students) or {IsSuggested})";

    const string IsSuggested = "exists (select from jsonb_array_elements(suggestions) s where (s ->> 'student_id')::uuid = any(@students))";

    const string IsFirst = "coalesce((suggestions -> 0 ->> 'student_id')::uuid = any(@students), false)";

    // Other students who were proposed for the essay are theirs to ask about.
    const string Own = """
        (select jsonb_agg(s.one order by s.place) from jsonb_array_elements(suggestions) with ordinality s (one, place)
         where (s.one ->> 'student_id')::uuid = any(@students))
        """;

    const string Others = """
        coalesce((select jsonb_agg(s.one order by s.place) from jsonb_array_elements(suggestions) with ordinality s (one, place)
                  where (s.one ->> 'student_id')::uuid <> all(@students)), '[]')
        """;

    const string EmptyRows = $"""
        update associations set validation_status = 'rejected', decision = 'excluded', decided_student_id = null, suggested_student_id = null,
            confidence_score = null, no_match_reason = null, match_reasons = '[]', suggestions = '[]', auto_confirm_eligible = false,
            file_name = null, erased_at = @now, association_version = association_version + 1
        where {IsOwn} and (erased_at is null or file_name is not null)
        """;

    const string TakeOutOfOthers = $"""
        update associations set suggestions = {Others},
            suggested_student_id = case when suggested_student_id = any(@students) then null else suggested_student_id end,
            confidence_score = case when {IsFirst} then null else confidence_score end,
            match_reasons = case when {IsFirst} then '[]' else match_reasons end,
            auto_confirm_eligible = auto_confirm_eligible and not {IsFirst}
        where suggested_student_id = any(@students) or {IsSuggested}
        """;

    const string RememberErasure = $"""
        insert into association_changes (id, batch_id, essay_id, version, decision, method, by, at)
        select f.id, a.batch_id, a.essay_id, a.association_version, 'erased', 'human', @by, @now
        from associations a join unnest(@essays, @fresh) as f (essay_id, id) on f.essay_id = a.essay_id
        where a.erased_at is not null
          and not exists (select from association_changes c where c.batch_id = a.batch_id and c.essay_id = a.essay_id and c.version = a.association_version)
        """;

    internal static IReadOnlyList<PersonalTable> Tables { get; } =
    [
        new("associations", "file names, and who was proposed and decided as the author")
        {
            Collect = $"""
                select batch_id, essay_id, file_name, validation_status, decision, validation_method, validated_by, validated_at,
                    association_version, decided_student_id = any(@students) as is_decided,
                    case when suggested_student_id = any(@students) then confidence_score end as confidence_score,
                    case when suggested_student_id = any(@students) then match_reasons end as match_reasons, {Own} as suggestions
                from associations where ({IsOwn} and erased_at is null) or decided_student_id = any(@students)
                """,
            Blockers =
            [
                new(
                    PersonalBlocker.StudentInUse,
                    $"""
                    select s.deadline_at from association_sets s where s.state = 'open' and exists (
                        select from associations where batch_id = s.batch_id
                        and ({IsOwn} or suggested_student_id = any(@students) or decided_student_id = any(@students)))
                    """
                ),
            ],
            Erase = [EmptyRows, TakeOutOfOthers],
            Remains =
            [
                $"select count(*) from associations where {NamesStudent}",
                $"select count(*) from associations where {IsOwn} and (file_name is not null or erased_at is null)",
            ],
        },
        new("association_changes", "the same, decision by decision")
        {
            Collect = """
                select batch_id, essay_id, version, decision, method, by, at, from_student_id = any(@students) as was_the_student,
                    to_student_id = any(@students) as became_the_student
                from association_changes where from_student_id = any(@students) or to_student_id = any(@students)
                """,
            Erase =
            [
                """
                    update association_changes set
                        from_student_id = case when from_student_id = any(@students) then null else from_student_id end,
                        to_student_id = case when to_student_id = any(@students) then null else to_student_id end
                    where from_student_id = any(@students) or to_student_id = any(@students)
                    """,
                RememberErasure,
            ],
            Remains =
            [
                "select count(*) from association_changes where from_student_id = any(@students) or to_student_id = any(@students)",
                $"""
                    select count(*) from associations a where {IsOwn} and erased_at is not null and not exists (
                        select from association_changes c where c.batch_id = a.batch_id and c.essay_id = a.essay_id and c.decision = 'erased')
                    """,
            ],
        },
        new("reconciliation_differences", "the student's id, where another service held another author")
        {
            Erase =
            [
                """
                    update reconciliation_differences set
                        ours = case when ours = any(@students::text[]) then '-' else ours end,
                        theirs = case when theirs = any(@students::text[]) then '-' else theirs end
                    where ours = any(@students::text[]) or theirs = any(@students::text[])
                    """,
            ],
            Remains =
            [
                "select count(*) from reconciliation_differences where ours = any(@students::text[]) or theirs = any(@students::text[])",
            ],
        },
        new("pending_suggestions", "whole records, until their batch is known")
        {
            Blockers =
            [
                new(
                    PersonalBlocker.RecordsWaiting,
                    $"select null::timestamptz from pending_suggestions where {PersonalSql.TextNames("envelope")}"
                ),
            ],
            Remains = [$"select count(*) from pending_suggestions where {PersonalSql.TextNames("envelope")}"],
        },
    ];
}
