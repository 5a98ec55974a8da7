using Npgsql;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

/// <summary>Many open sets at once, past the log: two essays each, one proven, one without a match; all due now, or at the given instant.</summary>
static class SeededSets
{
    // The classes are the caller's; every set belongs to one of them in turn.
    const string Insert = """
        with sets as (
            insert into association_sets (batch_id, class_id, course_code, owner_user_id, correlation_id, state, opened_at, suggested_at,
                                          deadline_at, reminders_sent, attention_sent_at, next_due_at, version)
            select gen_random_uuid(), ($1::uuid[])[1 + n % cardinality($1)], 'SV2', $3, gen_random_uuid(), 'open', $4, $4, $4, 2, $4, $4, 1
            from generate_series(1, $5) as n
            returning batch_id, class_id
        )
        insert into associations (batch_id, essay_id, validation_status, suggested_student_id, confidence_score, match_reasons,
                                  auto_confirm_eligible, suggestion_rejected, suggestions, no_match_reason, association_version)
        select batch_id, gen_random_uuid(), case k when 1 then 'pending_validation' else 'no_match' end,
               case k when 1 then ($2::uuid[])[array_position($1, class_id)] end, case k when 1 then 0.95 end, '[]', k = 1, false, '[]',
               case k when 2 then 'NO_IDENTIFIER' end, 0
        from sets, generate_series(1, 2) as k
        """;

    internal static async Task<IReadOnlyList<SchoolClassUnderTest>> AddDueAsync(
        this CmsUnderTest cms,
        int sets,
        int classes,
        DateTimeOffset? at = null
    )
    {
        var schoolClasses = new List<SchoolClassUnderTest>();
        for (var i = 0; i < classes; i++)
        {
            schoolClasses.Add(await cms.ClassAsync(1));
        }
        await using var command = cms.Service.Db.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter { Value = schoolClasses.Select(c => c.Id).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = schoolClasses.Select(c => c.Students[0]).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = CmsUnderTest.TeacherId });
        command.Parameters.Add(new NpgsqlParameter { Value = at ?? cms.Service.Clock.GetUtcNow() });
        command.Parameters.Add(new NpgsqlParameter { Value = sets });
        await command.ExecuteNonQueryAsync(CmsUnderTest.Token);
        return schoolClasses;
    }
}
