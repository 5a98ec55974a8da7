using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Ledger;

/// <summary>
/// Finds calls that cost far more than their workspace's calls for the same task do. Averages are read at most once in ten minutes each: a judgement, and
/// no limit.
/// </summary>
sealed class CostAverages(NpgsqlDataSource database, TimeProvider clock)
{
    const int Days = 30;

    // Of fewer calls there is no usual cost.
    const int FewestCalls = 20;
    const int FactorDecimals = 2;
    const decimal High = 5;
    const decimal Extreme = 10;

    const string Query = """
        select count(*), avg(cost_total) from llm_usage
        where workspace_id = $1 and task_type = $2 and local_day >= $3 and cost_total > 0
        """;

    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<(string Workspace, TaskType Task), (DateTimeOffset At, decimal? Average)> _known = [];

    /// <summary>What is to be told of a call before it is booked; null where it costs what such calls do, or nobody knows what they cost.</summary>
    internal async Task<LlmCostAnomaly?> JudgeAsync(UsageEntry? entry)
    {
        if (entry is not { CostTotal: > 0 } || await AverageAsync(entry) is not { } average || entry.CostTotal < average * High)
        {
            return null;
        }
        var factor = decimal.Round(entry.CostTotal / average, FactorDecimals);
        return new()
        {
            WorkspaceId = entry.WorkspaceId,
            RequestId = entry.RequestId,
            TaskType = WireEnum.Name(entry.TaskType),
            CostTotal = CostFacts.Text(entry.CostTotal),
            Average = CostFacts.Text(average),
            Factor = CostFacts.Text(factor),
            Class = entry.CostTotal >= average * Extreme ? "extreme" : "high",
        };
    }

    async Task<decimal?> AverageAsync(UsageEntry entry)
    {
        var (key, now) = ((entry.WorkspaceId, entry.TaskType), clock.GetUtcNow());
        if (_known.TryGetValue(key, out var known) && now - known.At < Fresh)
        {
            return known.Average;
        }
        try
        {
            var average = await ReadAsync(entry);
            _known[key] = (now, average);
            return average;
        }
        catch (Exception error) when (GuardLane.Passes(error))
        {
            // What a call cost is booked, or spooled, whether or not it is unusual.
            return null;
        }
    }

    async Task<decimal?> ReadAsync(UsageEntry entry)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new() { Value = entry.WorkspaceId });
        command.Parameters.Add(new() { Value = WireEnum.Name(entry.TaskType) });
        command.Parameters.Add(new() { Value = entry.LocalDay.AddDays(-Days), NpgsqlDbType = NpgsqlDbType.Date });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0) < FewestCalls ? null : decimal.Round(reader.GetDecimal(1), 10);
    }
}
