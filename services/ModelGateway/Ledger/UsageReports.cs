using Npgsql;

namespace Phase1.ModelGateway.Ledger;

/// <summary>What calls took, summed. Amounts are of one currency, the workspace's.</summary>
/// <param name="Groups">In the order of their keys.</param>
/// <param name="Total">All of them.</param>
sealed record UsageReport(IReadOnlyList<UsageSum> Groups, UsageSum Total);

/// <summary>What some calls took.</summary>
/// <param name="Key">What they have in common; empty where they have none, as calls without a course.</param>
/// <param name="Calls">How many.</param>
/// <param name="FallbackCalls">Those that another than the first model answered.</param>
/// <param name="InputTokens">Sent.</param>
/// <param name="OutputTokens">Answered.</param>
/// <param name="Cost">In the currency.</param>
/// <param name="Currency">ISO 4217; empty where nothing was called.</param>
/// <param name="EstimatedCalls">Those whose provider did not say what it took.</param>
sealed record UsageSum(
    string Key,
    long Calls,
    long FallbackCalls,
    long InputTokens,
    long OutputTokens,
    decimal Cost,
    string Currency,
    long EstimatedCalls
);

/// <summary>Sums the ledger.</summary>
sealed class UsageReports(NpgsqlDataSource database)
{
    /// <summary>The calls of a workspace on some of its days.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="by">What they are grouped by.</param>
    /// <param name="from">The first day, in its zone.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<UsageReport> ReadAsync(
        string workspaceId,
        UsageGroup by,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        // Currencies are never summed: a workspace that changed its own has a line for each.
        await using var command = database.CreateCommand(
            $"""
            select coalesce({ColumnOf(by)}, ''), count(*), count(*) filter (where is_fallback), sum(input_tokens)::bigint,
                sum(output_tokens)::bigint, sum(cost_total), currency, count(*) filter (where usage_estimated)
            from llm_usage where workspace_id = $1 and local_day between $2 and $3
            group by 1, currency order by 1, currency
            """
        );
        command.Parameters.Add(new() { Value = workspaceId });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        List<UsageSum> groups = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            groups.Add(
                new(
                    reader.GetString(0),
                    reader.GetInt64(1),
                    reader.GetInt64(2),
                    reader.GetInt64(3),
                    reader.GetInt64(4),
                    reader.GetDecimal(5),
                    reader.GetString(6),
                    reader.GetInt64(7)
                )
            );
        }
        return new(groups, TotalOf(groups));
    }

    static UsageSum TotalOf(List<UsageSum> groups)
    {
        var currency = groups.Count == 0 ? "" : groups[^1].Currency;
        return new(
            "",
            groups.Sum(group => group.Calls),
            groups.Sum(group => group.FallbackCalls),
            groups.Sum(group => group.InputTokens),
            groups.Sum(group => group.OutputTokens),
            groups.Where(group => group.Currency == currency).Sum(group => group.Cost),
            currency,
            groups.Sum(group => group.EstimatedCalls)
        );
    }

    static string ColumnOf(UsageGroup by) =>
        by switch
        {
            UsageGroup.Provider => "provider",
            UsageGroup.Model => "model_id",
            UsageGroup.Course => "course_code",
            UsageGroup.Teacher => "user_id",
            UsageGroup.Batch => "batch_id::text",
            UsageGroup.Task => "task_type",
            _ => "local_day::text",
        };
}
