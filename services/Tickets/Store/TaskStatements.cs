using System.Data.Common;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Discovery;

namespace Phase1.Tickets.Store;

/// <summary>Statements on <c>work_tasks</c>.</summary>
static class TaskStatements
{
    const string Open = "status in ('pending', 'active')";

    static readonly (string Name, string Type)[] Columns =
    [
        ("task_id", "text"),
        ("correlation_id", "text"),
        ("source", "text"),
        ("status", "text"),
        ("priority", "integer"),
        ("agent_occurrence_id", "text"),
        ("description", "text"),
        ("context", "jsonb"),
        ("created_at", "timestamptz"),
        ("updated_at", "timestamptz"),
    ];

    /// <summary>Adds tasks.</summary>
    /// <param name="session">Its transaction has locked their tickets.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="skipsTaken">Leaves out those whose ticket has an open task, instead of failing.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    internal static Task<int> AddAsync(
        ITicketSession session,
        IReadOnlyList<WorkTask> tasks,
        bool skipsTaken,
        CancellationToken cancellationToken
    ) =>
        session.Dialect.InsertAsync(
            session,
            new("work_tasks", Columns, [.. tasks.Select(Values)]) { SkipsTaken = skipsTaken },
            cancellationToken
        );

    /// <summary>The pending task of an occurrence that is next.</summary>
    internal static async Task<WorkTask?> NextAsync(ITicketSession session, string occurrence, CancellationToken cancellationToken) =>
        (
            await session.QueryAsync(
                """
                select task_id, correlation_id, source, status, priority, agent_occurrence_id, description, context, created_at
                from work_tasks where agent_occurrence_id = @me and status = 'pending' order by priority desc, task_id limit 1
                """,
                reader => Read(session.Dialect, reader),
                cancellationToken,
                ("me", occurrence)
            )
        ).SingleOrDefault();

    internal static async Task<bool> ActivateAsync(
        ITicketSession session,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await session.ExecuteAsync(
            "update work_tasks set status = 'active', attempts = attempts + 1, updated_at = @now where task_id = @id and status = 'pending'",
            cancellationToken,
            ("id", id),
            ("now", now)
        ) == 1;

    /// <summary>Ends a task that is open.</summary>
    internal static async Task<bool> EndAsync(
        ITicketSession session,
        string id,
        TaskEnd end,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await session.ExecuteAsync(
            $"""
            update work_tasks set status = @status, outcome = @outcome, last_error = @error, updated_at = @now, finished_at = @now
            where task_id = @id and {Open}
            """,
            cancellationToken,
            ("id", id),
            ("status", WireEnum.Name(end.Status)),
            ("outcome", end.Outcome),
            ("error", end.Error),
            ("now", now)
        ) == 1;

    /// <summary>Abandons the open tasks of tickets whose rows are locked.</summary>
    internal static Task<int> AbandonAsync(
        ITicketSession session,
        string[] tickets,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        session.ExecuteAsync(
            $"""
            update work_tasks set status = 'abandoned', updated_at = @now, finished_at = @now
            where {session.Dialect.In("correlation_id", "@tickets")} and {Open}
            """,
            cancellationToken,
            ("tickets", tickets),
            ("now", now)
        );

    /// <summary>Takes what a ticket said out of all of its tasks.</summary>
    internal static Task<int> ForgetAsync(ITicketSession session, string ticket, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update work_tasks set context = '{}' where correlation_id = @ticket", cancellationToken, ("ticket", ticket));

    static object?[] Values(WorkTask task) =>
        [
            task.TaskId,
            task.TicketId,
            WireEnum.Name(task.Source),
            WireEnum.Name(task.Status),
            task.Priority,
            task.Owner,
            task.Description,
            task.Context,
            task.CreatedAt,
            task.CreatedAt,
        ];

    static WorkTask Read(SqlDialect dialect, DbDataReader reader) =>
        new()
        {
            TaskId = reader.GetString(0),
            TicketId = reader.GetString(1),
            Source = WireEnum.Parse<TaskSource>(reader.GetString(2)),
            Status = WireEnum.Parse<WorkTaskStatus>(reader.GetString(3)),
            Priority = reader.GetInt32(4),
            Owner = reader.GetString(5),
            Description = reader.GetString(6),
            Context = SqlDialect.ToObject(reader.GetString(7)) ?? new JsonObject(),
            CreatedAt = dialect.ReadInstant(reader, 8),
        };
}
