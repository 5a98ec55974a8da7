using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Load.Stories;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Ai;

/// <summary>The people beside the teacher, the provider, and the ledger: who says what models there are, who raises a budget, and what was counted.</summary>
/// <param name="suite">It runs.</param>
/// <param name="stub">Where the provider is.</param>
/// <param name="teacher">The teacher, who is a school of one.</param>
/// <param name="clock">The real time.</param>
sealed class AiHouse(RunningSuite suite, Uri stub, string teacher, TimeProvider clock) : IDisposable
{
    readonly HttpClient _http = new();
    readonly Staff _staff = new(suite, teacher, clock);
    readonly RunningSuite _suite = suite;

    string Workspace { get; } = $"user:{teacher}";

    /// <summary>Names the models, what they cost, and which is asked first.</summary>
    internal async Task SetUpAsync(CancellationToken cancellationToken)
    {
        foreach (var provider in new[] { AiSettings.Main, AiSettings.Spare })
        {
            var model = AiSettings.ModelOf(provider);
            await SendAsync(
                HttpMethod.Put,
                $"/v1/llm/models/{model}",
                "operator",
                new
                {
                    Version = 0,
                    WireName = "mid",
                    Tier = "standard",
                    ContextTokens = 100_000,
                    MaxOutputTokens = 1000,
                    SupportsJson = true,
                },
                cancellationToken
            );
            foreach (var (direction, price) in new[] { ("input", 0.0025m), ("output", 0.01m) })
            {
                await SendAsync(
                    HttpMethod.Put,
                    "/v1/prices",
                    "operator",
                    new
                    {
                        Model = model,
                        Direction = direction,
                        Unit = "1k_tokens",
                        Price = price,
                        Currency = "SEK",
                    },
                    cancellationToken
                );
            }
        }
        string[] models = [AiSettings.ModelOf(AiSettings.Main), AiSettings.ModelOf(AiSettings.Spare)];
        await RouteAsync("essay_feedback", models, "refuse", cancellationToken);
        await RouteAsync("name_extraction", [models[0], "rules/none"], "downgrade", cancellationToken);
    }

    internal async Task<Guid> BudgetAsync(string unit, decimal limit, CancellationToken cancellationToken) =>
        (Guid)
            (
                await SendAsync(
                    HttpMethod.Post,
                    "/v1/budgets",
                    "school-admin",
                    new
                    {
                        ScopeType = "workspace",
                        ScopeId = Workspace,
                        Period = "day",
                        Unit = unit,
                        LimitAmount = limit,
                        Currency = unit == "money" ? "SEK" : null,
                    },
                    cancellationToken
                )
            )["budget_id"]!;

    internal async Task EndAsync(Guid budget, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Delete, $"/v1/budgets/{budget}", "school-admin", null, cancellationToken);

    internal async Task RaiseAsync(Guid budget, decimal limit, CancellationToken cancellationToken)
    {
        var meters = await SendAsync(HttpMethod.Get, $"/v1/budgets/{budget}/status", "school-admin", null, cancellationToken);
        await SendAsync(
            HttpMethod.Post,
            $"/v1/budgets/{budget}/override",
            "school-admin",
            new
            {
                PeriodKey = (string)meters.AsArray().Single()!["period_key"]!,
                LimitAmount = limit,
                Reason = "The class is to be finished.",
            },
            cancellationToken
        );
    }

    /// <summary>What is spent of a budget today.</summary>
    internal async Task<decimal> SpentAsync(Guid budget) =>
        await ScalarAsync("select coalesce(sum(spent), 0) from budget_periods where budget_id = $1", budget);

    /// <summary>How many calls of a batch are in the ledger, for a task.</summary>
    internal async Task<decimal> BookedAsync(Guid batch, string task) =>
        await ScalarAsync("select count(*)::numeric from llm_usage where batch_id = $1 and task_type = $2", batch, task);

    /// <summary>What the calls of a batch cost, by the ledger.</summary>
    internal async Task<decimal> CostAsync(Guid batch, string task) =>
        await ScalarAsync("select coalesce(sum(cost_total), 0) from llm_usage where batch_id = $1 and task_type = $2", batch, task);

    /// <summary>The state of a provider, as the gateway's health says.</summary>
    internal async Task<string?> StateAsync(string provider, CancellationToken cancellationToken)
    {
        var health = await SendAsync(HttpMethod.Get, "/v1/llm/health", "operator", null, cancellationToken);
        return (string?)health["providers"]!.AsArray().Single(one => (string?)one!["name"] == provider)!["status"];
    }

    /// <summary>Says what a provider answers from now on.</summary>
    internal async Task SetAsync(string provider, object rule, CancellationToken cancellationToken) =>
        (await _http.PutAsJsonAsync(new Uri(stub, $"s/{provider}/rules"), new[] { rule }, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>The completions that a provider was asked for, with their bodies.</summary>
    internal async Task<IReadOnlyList<JsonNode>> HeardAsync(string provider, CancellationToken cancellationToken) =>
        [
            .. (await _http.GetFromJsonAsync<JsonArray>(new Uri(stub, $"s/{provider}/calls?bodies=true"), cancellationToken))!
                .Select(call => call!)
                .Where(call => !(bool)call["is_list"]!),
        ];

    public void Dispose()
    {
        _staff.Dispose();
        _http.Dispose();
    }

    Task RouteAsync(string task, string[] chain, string onBudget, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Put,
            $"/v1/llm/routes/{task}",
            "operator",
            new
            {
                Version = 0,
                Chain = chain,
                OnBudget = onBudget,
                WorkspaceId = Workspace,
            },
            cancellationToken
        );

    Task<JsonNode> SendAsync(HttpMethod method, string path, string role, object? body, CancellationToken cancellationToken) =>
        _staff.AskAsync(SuiteService.ModelGateway, method, path, role, body, cancellationToken);

    async Task<decimal> ScalarAsync(string query, params object[] values)
    {
        await using var command = _suite.Database(SuiteService.ModelGateway).CreateCommand(query);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return (decimal)(await command.ExecuteScalarAsync())!;
    }
}
