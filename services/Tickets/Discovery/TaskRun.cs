using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets.Discovery;

/// <summary>
/// Runs one stage of a ticket. What it says is written in one transaction with the end of its task, and only while the ticket is this occurrence's:
/// the ticket's row is locked before the task's, as everywhere.
/// </summary>
sealed partial class TaskRun(ITicketStore store, ToolService tools, SopCatalogue sops, TimeProvider clock, ILogger<TaskRun> logger)
{
    internal async Task RunAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var ticket = await store.GetAsync(task.TicketId, cancellationToken);
        if (ticket is null || !IsOpenFor(task, ticket))
        {
            await EndAsync(task, sop: task.TicketId, TaskEnd.Abandoned, cancellationToken);
            return;
        }
        var sop = sops.Find(ticket.Sop);
        var stage = sop is null ? null : StageProgress.Next(sop, ticket.Metadata);
        if (sop is null || stage is null)
        {
            await BlockAsync(task, ticket, null, sop is null ? "UNKNOWN_SOP" : "NO_STAGE_LEFT", cancellationToken);
        }
        else if (stage.IsHuman)
        {
            await ParkAsync(task, ticket, sop, stage, cancellationToken);
        }
        else
        {
            await RunStageAsync(task, ticket, sop, stage, cancellationToken);
        }
    }

    async Task RunStageAsync(WorkTask task, Ticket ticket, Sop sop, Stage stage, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        try
        {
            var handler = sops.HandlerOf(sop, stage) ?? throw new StageException("STAGE_WITHOUT_HANDLER");
            var result = await handler.RunAsync(ticket, cancellationToken);
            await WriteAsync(
                task,
                ticket,
                new(WorkTaskStatus.Completed),
                inner => ApplyAsync(inner, task, sop, ticket, stage, result, started, cancellationToken),
                cancellationToken
            );
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var fault = StageFault.Of(error);
            StageFailed(stage.Name, ticket.TicketId, fault.Code, FaultTrace.Of(error));
            await FailAsync(task, ticket, sop, stage, fault, cancellationToken);
        }
    }

    Task ApplyAsync(
        ITicketStore inner,
        WorkTask task,
        Sop sop,
        Ticket ticket,
        Stage stage,
        StageResult result,
        DateTimeOffset started,
        CancellationToken cancellationToken
    ) =>
        result switch
        {
            StageResult.Done done => ToolAsync(
                inner,
                task,
                UpdateTicketTool.Name,
                new()
                {
                    ["status"] = WireEnum.Name(TicketStatus.InProgress),
                    ["metadata"] = StageProgress.Patch(stage, Completed(started, done.Result)),
                },
                cancellationToken
            ),
            StageResult.Wait wait => DeferAsync(inner, task, sop, ticket, wait.For, wait.Reason, cancellationToken),
            StageResult.End end => inner.UpdateAsync(
                ticket.TicketId,
                new()
                {
                    Status = end.Status,
                    Outcome = end.Outcome,
                    Metadata = StageProgress.Patch(stage, Completed(started, end.Result)),
                },
                TicketActor.Of(task.Owner),
                cancellationToken
            ),
            _ => throw new InvalidOperationException("A stage ended in a way that nobody knows."),
        };

    Task ParkAsync(WorkTask task, Ticket ticket, Sop sop, Stage stage, CancellationToken cancellationToken) =>
        WriteAsync(
            task,
            ticket,
            new(WorkTaskStatus.Completed),
            async inner =>
            {
                // Somebody may have decided since the ticket was read: then there is nothing to wait for.
                var locked = await inner.LockAsync(task.TicketId, cancellationToken);
                if (StageProgress.Next(sop, locked!.Metadata)?.Name != stage.Name)
                {
                    return;
                }
                JsonObject fields = new() { ["status"] = "in_progress", ["started_at"] = ToText(clock.GetUtcNow()) };
                var parameters = new JsonObject { ["metadata"] = StageProgress.Patch(stage, fields) };
                await ToolAsync(inner, task, UpdateTicketTool.Name, parameters, cancellationToken);
                var parked = new JsonObject { ["await_human"] = true, ["reason"] = stage.Name };
                await ToolAsync(inner, task, DeferTicketTool.Name, parked, cancellationToken);
            },
            cancellationToken
        );

    Task FailAsync(WorkTask task, Ticket ticket, Sop sop, Stage stage, StageFault fault, CancellationToken cancellationToken)
    {
        var failures = StageProgress.FailuresOf(ticket.Metadata, stage) + 1;
        return fault.PauseAfter(failures) is not { } pause
            ? BlockAsync(task, ticket, stage, fault.Code, cancellationToken)
            : WriteAsync(
                task,
                ticket,
                new(WorkTaskStatus.Failed, Error: fault.Code),
                async inner =>
                {
                    await ToolAsync(inner, task, UpdateTicketTool.Name, Failed(stage, fault.Code, failures), cancellationToken);
                    await DeferAsync(inner, task, sop, ticket, pause, fault.Code, cancellationToken);
                },
                cancellationToken
            );
    }

    Task BlockAsync(WorkTask task, Ticket ticket, Stage? stage, string code, CancellationToken cancellationToken) =>
        WriteAsync(
            task,
            ticket,
            new(WorkTaskStatus.Failed, Error: code),
            inner =>
            {
                var parameters = stage is null
                    ? new JsonObject()
                    : Failed(stage, code, StageProgress.FailuresOf(ticket.Metadata, stage) + 1);
                parameters["status"] = WireEnum.Name(TicketStatus.Blocked);
                parameters["notes"] = code;
                return ToolAsync(inner, task, UpdateTicketTool.Name, parameters, cancellationToken);
            },
            cancellationToken
        );

    // A deadline that binds is the latest that work may be put off to; beyond it there is nothing to wait for.
    Task DeferAsync(
        ITicketStore inner,
        WorkTask task,
        Sop sop,
        Ticket ticket,
        TimeSpan pause,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var until = now + pause;
        if (sop.DeadlineBinds && ticket.Deadline is { } deadline && until > deadline)
        {
            if (deadline <= now)
            {
                var blocked = new JsonObject { ["status"] = WireEnum.Name(TicketStatus.Blocked), ["notes"] = reason };
                return ToolAsync(inner, task, UpdateTicketTool.Name, blocked, cancellationToken);
            }
            until = deadline;
        }
        var parameters = new JsonObject { ["defer_until"] = ToText(until), ["reason"] = reason };
        return ToolAsync(inner, task, DeferTicketTool.Name, parameters, cancellationToken);
    }

    async Task ToolAsync(ITicketStore inner, WorkTask task, string tool, JsonObject parameters, CancellationToken cancellationToken)
    {
        parameters["ticket_id"] = task.TicketId;
        var result = await tools.ExecuteToolAsync(inner, tool, parameters, TicketActor.Of(task.Owner), cancellationToken);
        if (!result.Success)
        {
            throw new StageException("TOOL_FAILED");
        }
    }

    async Task WriteAsync(WorkTask task, Ticket ticket, TaskEnd end, Func<ITicketStore, Task> write, CancellationToken cancellationToken)
    {
        var written = await store.TogetherAsync(
            async inner =>
            {
                var locked = await inner.LockAsync(task.TicketId, cancellationToken);
                var holds = locked is not null && IsOpenFor(task, locked);
                var ended = holds ? end : TaskEnd.Abandoned;
                // A task that somebody has abandoned meanwhile has nothing more to say.
                if (await inner.EndTaskAsync(task.TaskId, ended, clock.GetUtcNow(), cancellationToken) && holds)
                {
                    await write(inner);
                }
                return ended;
            },
            cancellationToken
        );
        DiscoveryMetrics.CountTask(ticket.Sop, task.Source, written.Status);
    }

    async Task EndAsync(WorkTask task, string sop, TaskEnd end, CancellationToken cancellationToken)
    {
        await store.EndTaskAsync(task.TaskId, end, clock.GetUtcNow(), cancellationToken);
        NotOurs(task.TaskId, sop);
    }

    static bool IsOpenFor(WorkTask task, Ticket ticket) =>
        ticket.Owner == task.Owner && ticket.Status is (TicketStatus.Assigned or TicketStatus.InProgress);

    static JsonObject Failed(Stage stage, string code, int failures) =>
        new()
        {
            ["metadata"] = StageProgress.Patch(
                stage,
                new()
                {
                    ["status"] = "failed",
                    ["error"] = code,
                    [StageProgress.Attempts] = failures,
                }
            ),
        };

    JsonObject Completed(DateTimeOffset started, JsonNode? result) =>
        new()
        {
            ["status"] = "completed",
            ["started_at"] = ToText(started),
            ["completed_at"] = ToText(clock.GetUtcNow()),
            ["result"] = result?.DeepClone(),
            ["error"] = null,
            [StageProgress.Attempts] = 0,
        };

    static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "The stage {Stage} of ticket {TicketId} failed with {Code}: {Fault}")]
    partial void StageFailed(string stage, string ticketId, string code, string fault);

    [LoggerMessage(LogLevel.Debug, "The task {TaskId} was abandoned: its ticket is not open for this process any more ({Sop})")]
    partial void NotOurs(string taskId, string sop);
}
