using Npgsql;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Store;

namespace Phase1.Benchmarks.Tickets;

/// <summary>The tables of tickets, filled as a school's years fill them.</summary>
sealed class TicketRows(NpgsqlDataSource database)
{
    /// <summary>Makes the tables afresh.</summary>
    internal async Task MakeAnewAsync()
    {
        await ExecuteAsync("drop schema public cascade; create schema public");
        await ExecuteAsync(ServiceSchema.Of(new TicketsService()));
        foreach (var file in MigrationFile.Of(PostgresDialect.Instance.Folder))
        {
            await ExecuteAsync(file.Text);
        }
    }

    internal Task EmptyAsync() => ExecuteAsync("truncate tickets, work_tasks, ticket_history, occurrences");

    /// <summary>Tickets that nobody has claimed, of all priorities.</summary>
    internal Task AddPendingAsync(int count) => AddAsync("P", 0, count, "'pending'", "'__shared__'", "null");

    /// <summary>Tickets that have ended; a half of them was an occurrence's.</summary>
    internal Task AddClosedAsync(int from, int to, string owner) =>
        AddAsync("C", from, to, "'completed'", $"case when i % 2 = 0 then '{owner}' else '__shared__' end", "now()");

    /// <summary>Tickets of an occurrence, each with its open task.</summary>
    internal async Task AddOwnAsync(int count, string owner)
    {
        await AddAsync("O", 0, count, "'in_progress'", $"'{owner}'", "null");
        await ExecuteAsync(
            $"""
            insert into work_tasks (task_id, correlation_id, source, status, priority, agent_occurrence_id, description, context, created_at, updated_at)
            select 'TASK-' || i, 'O-' || i, 'ticket_claim', 'active', 5, '{owner}', 'bench', '{"{}"}', now(), now()
            from generate_series(0, {count - 1}) i
            """
        );
        await SettleAsync();
    }

    /// <summary>As the database is when it has had time for itself.</summary>
    internal Task SettleAsync() => ExecuteAsync("vacuum analyze");

    internal async Task<long> CountAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync();
    }

    async Task AddAsync(string prefix, int from, int to, string status, string owner, string completed)
    {
        await ExecuteAsync(
            $$$"""
            insert into tickets (ticket_id, sop, ticket_type, status, priority, email, user_identifier, submitted_at, last_updated, created_at,
                completed_at, metadata, agent_occurrence_id)
            select '{{{prefix}}}-' || i, 'ASSOCIATION_REVIEW', 'review', {{{status}}}, 1 + i % 10, 'nobody@tickets.invalid', 'teacher-' || i % 20,
                now() - i * interval '1 second', now(), now(), {{{completed}}}, '{"stages": {}}', {{{owner}}}
            from generate_series({{{from}}}, {{{to - 1}}}) i
            """
        );
        await SettleAsync();
    }
}
