using Npgsql;

namespace Phase1.Benchmarks.Tickets;

/// <summary>What the figures are held against: the same work in the plainest statements.</summary>
sealed class ReferenceLoops(NpgsqlDataSource database, int workers)
{
    const string Next = """
        select ticket_id from tickets where agent_occurrence_id = '__shared__' and status = 'pending'
        order by priority desc, deadline, submitted_at, ticket_id for update skip locked limit 1
        """;

    const string Claim = "update tickets set status = 'assigned', agent_occurrence_id = $1, last_updated = now() where ticket_id = $2";

    const string AddTask = """
        insert into work_tasks (task_id, correlation_id, source, status, priority, agent_occurrence_id, description, context, created_at, updated_at)
        values ($1, $2, 'ticket_claim', 'pending', 5, $3, 'bench', '{}', now(), now())
        """;

    const string ClaimMany = """
        with mine as (
            select ticket_id from tickets where agent_occurrence_id = '__shared__' and status = 'pending'
            order by priority desc, deadline, submitted_at, ticket_id for update skip locked limit 200
        )
        update tickets t set status = 'assigned', agent_occurrence_id = $1, last_updated = now() from mine where t.ticket_id = mine.ticket_id
        """;

    const string Patch = "update tickets set metadata = metadata || $1::jsonb where ticket_id = $2";

    /// <summary>One ticket after the other, each claimed in a transaction with its task.</summary>
    internal Task OneByOneAsync() => Task.WhenAll(Enumerable.Range(0, workers).Select(OneByOneAsync));

    /// <summary>Two hundred at once, and nothing else.</summary>
    internal Task ByTheHundredAsync() =>
        Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(async worker =>
                {
                    await using var connection = await database.OpenConnectionAsync();
                    while (await ExecuteAsync(connection, ClaimMany, $"worker-{worker}") > 0) { }
                })
        );

    /// <summary>The metadata of single tickets, one a transaction.</summary>
    internal Task PatchAsync(int times) =>
        Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(async worker =>
                {
                    await using var connection = await database.OpenConnectionAsync();
                    for (var i = 0; i < times; i++)
                    {
                        await ExecuteAsync(connection, Patch, """{"a": 1}""", $"P-{(worker * times) + i}");
                    }
                })
        );

    async Task OneByOneAsync(int worker)
    {
        await using var connection = await database.OpenConnectionAsync();
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var next = new NpgsqlCommand(Next, connection);
            if (await next.ExecuteScalarAsync() is not string id)
            {
                return;
            }
            await ExecuteAsync(connection, Claim, $"worker-{worker}", id);
            await ExecuteAsync(connection, AddTask, $"TASK-{id}", id, $"worker-{worker}");
            await transaction.CommitAsync();
        }
    }

    static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return await command.ExecuteNonQueryAsync();
    }
}
