using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The Model Gateway with one budget that is nearly spent, some usage, one provider, and a policy.</summary>
static class ModelNeighbourhood
{
    internal static Guid BudgetId => PageRoutesTable.Id;

    internal static void Open(FakeHttp others, DateTimeOffset now)
    {
        others.OnGet("/v1/budgets", new { Items = new[] { Budget() }, NextCursor = (string?)null });
        others.OnGet($"/v1/budgets/{BudgetId}", Budget());
        others.OnGet($"/v1/budgets/{BudgetId}/status", new[] { Meter(now) });
        others.OnGet("/v1/workspaces/.*/quota", new[] { Meter(now) });
        others.OnGet(
            "/v1/budget-alerts",
            new[]
            {
                new
                {
                    BudgetId,
                    PeriodKey = "2026-02",
                    Threshold = "critical",
                    Percent = 96.5m,
                    SentChannels = new[] { "notification" },
                    CreatedAt = now,
                },
            }
        );
        others.OnGet(
            "/v1/workspaces/.*/usage",
            new { Groups = new[] { Sum("2026-01-01", 1, 0.25m), Sum("ENG6", 3, 0.75m) }, Total = Sum("", 4, 1m) }
        );
        others.OnGet("/v1/workspaces/.*/policy", Policy());
        others.OnGet("/v1/llm/health", Providers(now));
    }

    internal static object Budget(string scope = "teacher") =>
        new
        {
            BudgetId,
            ScopeType = scope,
            ScopeId = $"teacher-1 {Neighbourhood.Markup}",
            Period = "month",
            Unit = "money",
            LimitAmount = 10m,
            Currency = "SEK",
        };

    internal static object Policy(long version = 7) =>
        new
        {
            WorkspaceId = "user:user-admin",
            TimeZone = "Europe/Stockholm",
            Currency = "SEK",
            AllowedProviders = new[] { "local" },
            AllowedRegions = new[] { "eu" },
            NoExternal = true,
            OwnKeyReference = (string?)null,
            PreferOwnKey = false,
            PreferredProviders = Array.Empty<string>(),
            AdminUserIds = new[] { "user-head" },
            GatewayEnabled = true,
            Version = version,
        };

    internal static object Sum(string key, long calls, decimal cost) =>
        new
        {
            Key = key,
            Calls = calls,
            FallbackCalls = 1,
            InputTokens = 1000 * calls,
            OutputTokens = 200 * calls,
            Cost = cost,
            Currency = "SEK",
            EstimatedCalls = 1,
        };

    static object Meter(DateTimeOffset now) =>
        new
        {
            BudgetId,
            PeriodKey = "2026-02",
            Limit = 10m,
            Used = 9.65m,
            Reserved = 0.05m,
            Remaining = 0.3m,
            UsedPercentage = 96.5m,
            Level = "critical",
            ResetAt = now.AddDays(20),
        };

    static object Providers(DateTimeOffset now) =>
        new
        {
            Status = "degraded",
            LastCheck = now,
            Providers = new[]
            {
                new
                {
                    Name = "local",
                    Status = "rate_limited",
                    CircuitState = "open",
                    ConsecutiveFailures = 3,
                    LastError = "HTTP 429",
                    RateLimitedUntil = now.AddMinutes(5),
                    LatencyMs = 812.4,
                    Models = new[] { new { ModelId = "local/default", Status = "unavailable" } },
                },
            },
        };
}
