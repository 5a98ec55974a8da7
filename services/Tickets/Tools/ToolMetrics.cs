using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Phase1.Events;

namespace Phase1.Tickets.Tools;

/// <summary>What the tools have done in this process.</summary>
sealed class ToolMetrics(TimeProvider clock)
{
    static readonly Counter<long> Calls = TicketsService.Meter.CreateCounter<long>(
        "phase1_ticket_tool_calls_total",
        description: "Calls of tools"
    );

    readonly long _started = clock.GetTimestamp();
    readonly ConcurrentDictionary<string, long> _done = new(StringComparer.Ordinal);
    long _executions;
    long _errors;

    internal void Count(ITool tool, ToolStatus status)
    {
        Calls.Add(1, new("tool", tool.Info.Name), new("result", WireEnum.Name(status)));
        if (status == ToolStatus.Completed)
        {
            _done.AddOrUpdate(tool.Counter, 1, (_, count) => count + 1);
        }
        else
        {
            Interlocked.Increment(ref _errors);
        }
        Interlocked.Increment(ref _executions);
    }

    internal IReadOnlyDictionary<string, double> Read(IReadOnlyCollection<ITool> tools)
    {
        var (executions, errors) = (Interlocked.Read(ref _executions), Interlocked.Read(ref _errors));
        var all = tools.ToDictionary(tool => tool.Counter, tool => (double)_done.GetValueOrDefault(tool.Counter), StringComparer.Ordinal);
        all["tool_executions_total"] = executions;
        all["tool_errors_total"] = errors;
        all["tool_success_rate"] = executions == 0 ? 1 : (executions - errors) / (double)executions;
        all["tool_uptime_seconds"] = clock.GetElapsedTime(_started).TotalSeconds;
        all["tools_enabled"] = tools.Count;
        return all;
    }
}
