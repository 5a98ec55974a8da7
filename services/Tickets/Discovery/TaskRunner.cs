using System.Collections.Concurrent;
using Phase1.Messaging;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>The slots beside the rounds, which no long stage holds up.</summary>
sealed partial class TaskRunner(ITicketStore store, TaskRun run, TicketsOptions options, TimeProvider clock, ILogger<TaskRunner> logger)
{
    readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    // Whose end could not be written: their tickets wait for it.
    readonly ConcurrentQueue<WorkTask> _unended = new();

    /// <summary>Takes tasks for all free slots; never called twice at once.</summary>
    /// <param name="occurrence">Whose tasks.</param>
    /// <param name="ended">Called when a slot is free again.</param>
    /// <param name="stopping">Breaks stages off; what they did is undone.</param>
    internal async Task FillAsync(string occurrence, Action ended, CancellationToken stopping)
    {
        while (_unended.TryPeek(out var task))
        {
            await store.EndTaskAsync(task.TaskId, new(WorkTaskStatus.Failed, Error: "NOT_WRITTEN"), clock.GetUtcNow(), stopping);
            _unended.TryDequeue(out _);
        }
        while (_running.Count < options.Parallelism && await store.TakeTaskAsync(occurrence, clock.GetUtcNow(), stopping) is { } task)
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _running[task.TaskId] = end.Task;
            _ = RunAsync(task, end, ended, stopping);
        }
    }

    /// <summary>Completes when no stage runs any more.</summary>
    internal Task EndedAsync() => Task.WhenAll(_running.Values);

    async Task RunAsync(WorkTask task, TaskCompletionSource end, Action ended, CancellationToken stopping)
    {
        // The slot's work is not the round's.
        await Task.Yield();
        try
        {
            await run.RunAsync(task, stopping);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The tickets of a process that stops are given back, and their tasks abandoned.
        }
        catch (Exception error)
        {
            _unended.Enqueue(task);
            NotEnded(task.TicketId, FaultTrace.Of(error));
        }
        _running.TryRemove(task.TaskId, out _);
        end.SetResult();
        if (!stopping.IsCancellationRequested)
        {
            ended();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The end of a stage of ticket {TicketId} could not be written, and will be: {Fault}")]
    partial void NotEnded(string ticketId, string fault);
}
