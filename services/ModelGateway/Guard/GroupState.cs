using Npgsql;
using Phase1.Messaging;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;

namespace Phase1.ModelGateway.Guard;

/// <summary>What a booked call took.</summary>
readonly record struct BookedUsage(UsageOutcome Outcome, long Tokens, decimal Cost);

/// <summary>What is known of the calls of a group, with their periods locked.</summary>
sealed class GroupState
{
    // One order on all instances: no two groups wait for each other. What follows sees what the locks have waited for.
    const string LockPeriods = """
        select period_id, limit_amount, limit_version, spent, reserved, warned_at, critical_at, exceeded_at
        from budget_periods where period_id = any($1) order by period_id for update
        """;

    const string ReadUsage =
        "select request_id, outcome, input_tokens + output_tokens, cost_total from llm_usage where request_id = any($1)";

    const string ReadOpen = """
        select r.request_id, m.period_id, m.amount
        from reservations r left join reservation_meters m using (request_id) where r.request_id = any($1)
        """;

    const string ReadWorkspaces = "select workspace_id, version, admin_user_ids from workspaces where workspace_id = any($1)";

    const string ReadCatalogue = "select name, version from catalogue_versions";

    const string CountAttempts = "select request_id, max(attempt_no) from llm_attempts where request_id = any($1) group by request_id";

    internal Dictionary<Guid, PeriodState> Periods { get; } = [];

    internal Dictionary<Guid, BookedUsage> Booked { get; } = [];

    /// <summary>The open calls, and what each holds of which period.</summary>
    internal Dictionary<Guid, Dictionary<Guid, decimal>> Open { get; } = [];

    /// <summary>How many attempts each call has had: one that used nothing may be made again under its id.</summary>
    internal Dictionary<Guid, int> Attempts { get; } = [];

    internal Dictionary<string, (long Version, string[] Admins)> Workspaces { get; } = [];

    internal CatalogueVersions Catalogue { get; private set; }

    /// <summary>What an open call holds of a period, as the database has it: a transaction whose end nobody heard of may have changed it.</summary>
    internal decimal HeldOf(Guid request, Guid period) => Open.GetValueOrDefault(request)?.GetValueOrDefault(period) ?? 0;

    /// <summary>Locks and reads, in one round trip.</summary>
    /// <param name="work">Begun.</param>
    /// <param name="periods">Of all meters of the group.</param>
    /// <param name="calls">Of the group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task<GroupState> ReadAsync(
        UnitOfWork work,
        Guid[] periods,
        IReadOnlyCollection<CallFacts> calls,
        CancellationToken cancellationToken
    )
    {
        Guid[] requests = [.. calls.Select(call => call.RequestId).Distinct()];
        string[] workspaces = [.. calls.Select(call => call.WorkspaceId).Distinct()];
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction)
        {
            BatchCommands =
            {
                new(LockPeriods) { Parameters = { new() { Value = periods } } },
                new(ReadUsage) { Parameters = { new() { Value = requests } } },
                new(ReadOpen) { Parameters = { new() { Value = requests } } },
                new(ReadWorkspaces) { Parameters = { new() { Value = workspaces } } },
                new(ReadCatalogue),
                new(CountAttempts) { Parameters = { new() { Value = requests } } },
            },
        };
        var state = new GroupState();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await state.ReadAsync(reader, cancellationToken);
        return state;
    }

    async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            Periods[reader.GetGuid(0)] = PeriodOf(reader);
        }
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var outcome = Events.WireEnum.Parse<UsageOutcome>(reader.GetString(1));
            Booked[reader.GetGuid(0)] = new(outcome, reader.GetInt64(2), reader.GetDecimal(3));
        }
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            AddOpen(reader);
        }
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Workspaces[reader.GetString(0)] = (reader.GetInt64(1), reader.GetFieldValue<string[]>(2));
        }
        await reader.NextResultAsync(cancellationToken);
        List<(string, long)> versions = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            versions.Add((reader.GetString(0), reader.GetInt64(1)));
        }
        Catalogue = CatalogueVersions.Of(versions);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Attempts[reader.GetGuid(0)] = reader.GetInt32(1);
        }
    }

    void AddOpen(NpgsqlDataReader reader)
    {
        var request = reader.GetGuid(0);
        if (!Open.TryGetValue(request, out var holds))
        {
            Open[request] = holds = [];
        }
        if (!reader.IsDBNull(1))
        {
            holds[reader.GetGuid(1)] = reader.GetDecimal(2);
        }
    }

    static PeriodState PeriodOf(NpgsqlDataReader reader) =>
        new(
            reader.GetGuid(0),
            reader.IsDBNull(1) ? null : reader.GetDecimal(1),
            reader.GetInt32(2),
            reader.GetDecimal(3),
            reader.GetDecimal(4),
            new MeterMarks(Instant(reader, 5), Instant(reader, 6), Instant(reader, 7))
        );

    static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
