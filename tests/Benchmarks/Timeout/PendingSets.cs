using Npgsql;

namespace Phase1.Benchmarks.Timeout;

/// <summary>Open sets as matching leaves them: thirty essays each, most of them proven, some to be looked at, two without a match.</summary>
sealed class PendingSets(NpgsqlDataSource database)
{
    public const int EssaysASet = 30;

    // A thousand classes of thirty students; ids in the order of their making, as version 7 gives them.
    const string InsertClasses = """
        insert into classes (class_id, name, course_code, created_by_user_id, roster_version, created_at, updated_at)
        select bench_id('c', n), 'class', 'SV2', 'bench-teacher', 1, now(), now() from generate_series(0, 999) as n;
        insert into students (student_id, first_name, last_name, is_placeholder, created_by_user_id, created_at, updated_at)
        select bench_id('d', n), 'First', 'Last', false, 'bench-teacher', now(), now() from generate_series(0, 29999) as n;
        insert into enrolments (class_id, student_id, enrolled_at)
        select bench_id('c', n / 30), bench_id('d', n), now() from generate_series(0, 29999) as n;
        """;

    const string CreateIds = """
        create or replace function bench_id(kind text, n bigint) returns uuid language sql immutable as
        $$ select ('0000000' || kind || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$
        """;

    const string InsertSets = """
        insert into association_sets (batch_id, class_id, course_code, owner_user_id, correlation_id, state, opened_at, suggested_at, deadline_at,
                                      reminders_sent, attention_sent_at, next_due_at, version)
        select bench_id('b', n), bench_id('c', n % 1000), 'SV2', 'bench-teacher', bench_id('a', n), 'open', now(), now(),
               now() + interval '24 hours', 2, now(), now() + interval '24 hours', 1
        from generate_series($1, $2 - 1) as n
        """;

    const string InsertRows = """
        insert into associations (batch_id, essay_id, file_name, validation_status, suggested_student_id, confidence_score, match_reasons,
                                  auto_confirm_eligible, suggestion_rejected, suggestions, no_match_reason, association_version)
        select bench_id('b', n), bench_id('e', n * 30 + k), 'essay ' || k || '.docx',
               case when k < 28 then 'pending_validation' else 'no_match' end,
               case when k < 28 then bench_id('d', n % 1000 * 30 + k) end,
               case when k < 24 then 0.95 when k < 28 then 0.62 end,
               case when k < 28 then '["name_exact"]' else '[]' end::jsonb, k < 24, false,
               case when k < 28 then jsonb_build_array(
                   jsonb_build_object('student_id', bench_id('d', n % 1000 * 30 + k), 'score', 0.62, 'reasons', jsonb_build_array('name_exact')),
                   jsonb_build_object('student_id', bench_id('d', n % 1000 * 30 + 29), 'score', 0.55, 'reasons', jsonb_build_array('name_fuzzy')))
               else '[]' end,
               case when k >= 28 then 'NO_IDENTIFIER' end, 0
        from generate_series($1, $2 - 1) as n, generate_series(0, 29) as k
        """;

    // The oldest sets' time is over.
    const string MakeDue = """
        update association_sets set deadline_at = now() - interval '1 minute', next_due_at = now() - interval '1 minute'
        where batch_id >= bench_id('b', $1) and batch_id < bench_id('b', $2)
        """;

    public async Task CreateClassesAsync()
    {
        await ExecuteAsync(CreateIds);
        await ExecuteAsync(InsertClasses);
    }

    public async Task AddAsync(long from, long to)
    {
        await ExecuteAsync(InsertSets, from, to);
        for (var next = from; next < to; next += 2_000)
        {
            await ExecuteAsync(InsertRows, next, Math.Min(next + 2_000, to));
        }
        await ExecuteAsync("vacuum analyze association_sets, associations");
    }

    public async Task MakeDueAsync(long from, long to) => await ExecuteAsync(MakeDue, from, to);

    public Task<long> DueAsync() => CountAsync("association_sets where state = 'open' and next_due_at <= now()");

    public Task<long> PendingAsync() => CountAsync("associations where decision is null");

    public Task<long> OutboxAsync() => CountAsync("outbox");

    async Task<long> CountAsync(string what)
    {
        await using var command = database.CreateCommand($"select count(*) from {what}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    async Task ExecuteAsync(string sql, params long[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }
        await command.ExecuteNonQueryAsync();
    }
}
