using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.ModelGateway;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ModelGateway.Guard;

/// <summary>
/// The gateway on a database of its own, with models that cost one crown a token (<see cref="Paid"/>) and nothing (<see cref="Free"/>). The tests of a
/// class share it and keep to workspaces of their own.
/// </summary>
public sealed class GuardWorld : IAsyncLifetime
{
    internal const string Paid = "north/paid";
    internal const string Dear = "north/dear";
    internal const string Free = "local/default";

    readonly DirectoryInfo _spools = Directory.CreateTempSubdirectory("phase1-spools-");
    ServiceUnderTest _service = null!;
    int _workspaces;

    public NpgsqlDataSource Db => _service.Db;

    public ManualTimeProvider Clock => _service.Clock;

    public IServiceProvider Services => _service.Services;

    public string ConnectionString => _service.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _service = await ServiceUnderTest.StartAsync(
            () => new ModelGatewayService(),
            builder => builder.Configuration.AddInMemoryCollection(SettingsOf("first"))
        );
        await ExecuteAsync(
            """
            insert into llm_models (model_id, provider, wire_name, tier, context_tokens, max_output_tokens, supports_json, enabled, version)
            values ('north/paid', 'north', 'paid', 'standard', 100000, 1000, true, true, 1),
                ('north/dear', 'north', 'dear', 'capable', 100000, 1000, true, true, 1),
                ('north/unpriced', 'north', 'unpriced', 'standard', 100000, 1000, true, true, 1)
            """
        );
        await PriceAsync(Paid, 1m);
        await PriceAsync(Dear, 2m);
        await ExecuteAsync("update catalogue_versions set version = version + 1");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _spools.Delete(recursive: true);
    }

    /// <summary>A process of its own on the same database.</summary>
    /// <param name="spool">Names its spool file.</param>
    /// <param name="database">How it reaches the database; straight when not given.</param>
    /// <param name="network">By which it waits for the database; the machine's when not given.</param>
    internal Task<GatewayInstance> StartInstanceAsync(string spool, string? database = null, TimeProvider? network = null) =>
        GatewayInstance.StartAsync(database ?? ConnectionString, ConnectionString, Clock, SettingsOf(spool), network);

    /// <summary>The workspace of a test of its own.</summary>
    internal async Task<string> WorkspaceAsync(string? organisation = null, string zone = Workspace.UsualTimeZone)
    {
        var id = $"org:school-{Interlocked.Increment(ref _workspaces)}";
        await Services.GetRequiredService<WorkspaceCache>().GetAsync(id, TestContext.Current.CancellationToken);
        await ExecuteAsync(
            "update workspaces set organisation_id = coalesce($2, organisation_id), time_zone = $3, version = version + 1 where workspace_id = $1",
            id,
            (object?)organisation ?? DBNull.Value,
            zone
        );
        return id;
    }

    /// <summary>Makes a budget, as the administrator's request does.</summary>
    internal async Task<Guid> BudgetAsync(
        string? workspace,
        string scope,
        string scopeId,
        decimal? limit,
        string period = "day",
        string unit = "money"
    )
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await ExecuteAsync(
            """
            insert into budgets (budget_id, workspace_id, scope_type, scope_id, period, unit, limit_amount, currency, warning_pct, critical_pct,
                is_active, version, created_by, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 80, 95, true, 1, 'admin', $9)
            """,
            id,
            (object?)workspace ?? DBNull.Value,
            scope,
            scopeId,
            period,
            unit,
            (object?)limit ?? DBNull.Value,
            unit == "money" ? "SEK" : DBNull.Value,
            Clock.GetUtcNow()
        );
        await ExecuteAsync(
            "update workspaces set version = version + 1 where workspace_id = $1 or organisation_id = $1",
            workspace ?? scopeId
        );
        return id;
    }

    /// <summary>Sets what a token of a model costs from now on.</summary>
    internal async Task PriceAsync(string model, decimal perToken, string? workspace = null)
    {
        foreach (var direction in new[] { "input", "output" })
        {
            await ExecuteAsync(
                """
                update llm_prices set effective_until = $1
                where model = $2 and direction = $3 and workspace_id is not distinct from $4 and effective_until is null
                """,
                Clock.GetUtcNow(),
                model,
                direction,
                (object?)workspace ?? DBNull.Value
            );
            await ExecuteAsync(
                """
                insert into llm_prices (price_id, workspace_id, provider, model, direction, unit, price, currency, effective_from, created_by)
                values ($1, $2, split_part($3, '/', 1), $3, $4, 'token', $5, 'SEK', $6, 'operator')
                """,
                Guid.CreateVersion7(Clock.GetUtcNow()),
                (object?)workspace ?? DBNull.Value,
                model,
                direction,
                perToken,
                Clock.GetUtcNow()
            );
        }
        await ExecuteAsync("update catalogue_versions set version = version + 1 where name = 'prices'");
    }

    internal CallFacts Call(string workspace, string teacher = "teacher", CourseCode? course = null) =>
        new()
        {
            RequestId = Guid.CreateVersion7(Clock.GetUtcNow()),
            WorkspaceId = workspace,
            UserId = teacher,
            CourseCode = course,
            Caller = "integration-test",
            TaskType = TaskType.General,
            Complexity = Complexity.Standard,
        };

    /// <summary>Asks for a call that may take so many tokens.</summary>
    internal async Task<AdmissionResult> AdmitAsync(
        CallFacts call,
        string model,
        long tokens,
        OpenCall? held = null,
        IServiceProvider? instance = null
    )
    {
        var admissions = (instance ?? Services).GetRequiredService<Admissions>();
        AdmissionResult result = new Outdated(Workspace: true, Catalogue: true);
        // What has changed since it was read is read once more, and no oftener.
        for (var tries = 0; result is Outdated && tries < 3; tries++)
        {
            result = await admissions.AdmitAsync(call, model, tokens, maxOutput: 0, held, TestContext.Current.CancellationToken);
        }
        return result;
    }

    /// <summary>The same for a call that is admitted.</summary>
    internal async Task<OpenCall> OpenAsync(CallFacts call, string model, long tokens, IServiceProvider? instance = null) =>
        (await AdmitAsync(call, model, tokens, instance: instance)).ShouldBeOfType<Admitted>().Call;

    /// <summary>What a call took, as the ledger keeps it.</summary>
    internal UsageEntry Used(OpenCall open, long tokens, UsageOutcome outcome = UsageOutcome.Completed)
    {
        var usage = new TokenUsage(tokens, 0);
        return new(open.Call, open.ModelId, open.Terms, usage, new CostCalculator().Of(usage, open.Terms.Quote))
        {
            Outcome = outcome,
            SettledAt = Clock.GetUtcNow(),
        };
    }

    internal Task<SettlementResult> SettleAsync(OpenCall open, long tokens, IServiceProvider? instance = null) =>
        (instance ?? Services).GetRequiredService<IGuard>().SettleAsync(new(open, Used(open, tokens), []));

    internal Task<SettlementResult> ReleaseAsync(OpenCall open) => Services.GetRequiredService<IGuard>().SettleAsync(new(open, null, []));

    /// <summary>"spent/reserved" of a budget's periods, in order.</summary>
    internal Task<List<string>> MetersAsync(Guid budget) =>
        TextsAsync(
            "select trim_scale(spent)::text || '/' || trim_scale(reserved)::text from budget_periods where budget_id = $1 order by starts_at",
            budget
        );

    internal async Task<List<string>> TextsAsync(string query, params object[] values)
    {
        await using var command = Db.CreateCommand(query);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }

    internal async Task ExecuteAsync(string statement, params object[] values)
    {
        await using var command = Db.CreateCommand(statement);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    Dictionary<string, string?> SettingsOf(string spool) =>
        new()
        {
            ["Guard:SpoolFile"] = Path.Combine(_spools.FullName, spool),
            // On a busy machine the database is slow, and not away.
            ["Guard:RetryFor"] = "00:02:00",
            ["Guard:SettleFor"] = "00:02:00",
        };
}
