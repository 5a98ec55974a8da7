namespace Phase1.Portal.Neighbours;

// What the Model Gateway answers, as far as a page shows it.

/// <summary>A budget.</summary>
public sealed record BudgetDocument(
    Guid BudgetId,
    string ScopeType,
    string ScopeId,
    string Period,
    string Unit,
    decimal? LimitAmount,
    string? Currency
);

/// <summary>A budget in one period, as it stands.</summary>
public sealed record MeterDocument(
    Guid BudgetId,
    string PeriodKey,
    decimal? Limit,
    decimal Used,
    decimal Reserved,
    decimal? Remaining,
    decimal UsedPercentage,
    string Level,
    DateTimeOffset? ResetAt
);

/// <summary>A share of a budget that was reached.</summary>
public sealed record AlertDocument(
    Guid BudgetId,
    string PeriodKey,
    string Threshold,
    decimal Percent,
    IReadOnlyList<string> SentChannels,
    DateTimeOffset CreatedAt
);

/// <summary>What calls took, by one thing or another.</summary>
public sealed record UsageDocument(IReadOnlyList<UsageSumDocument> Groups, UsageSumDocument Total);

/// <summary>What some calls took.</summary>
public sealed record UsageSumDocument(
    string Key,
    long Calls,
    long FallbackCalls,
    long InputTokens,
    long OutputTokens,
    decimal Cost,
    string Currency,
    long EstimatedCalls
);

/// <summary>What a school allows and prefers.</summary>
public sealed record PolicyDocument(
    string WorkspaceId,
    string TimeZone,
    string Currency,
    IReadOnlyList<string>? AllowedProviders,
    IReadOnlyList<string>? AllowedRegions,
    bool NoExternal,
    string? OwnKeyReference,
    bool PreferOwnKey,
    IReadOnlyList<string> PreferredProviders,
    IReadOnlyList<string> AdminUserIds,
    bool GatewayEnabled,
    long Version
);

/// <summary>What a school wants to allow from now on.</summary>
sealed record PolicyBody(
    long Version,
    string TimeZone,
    bool NoExternal,
    bool GatewayEnabled,
    IReadOnlyList<string>? AllowedProviders,
    IReadOnlyList<string>? AllowedRegions,
    string? OwnKeyReference,
    bool PreferOwnKey,
    IReadOnlyList<string> PreferredProviders,
    IReadOnlyList<string> AdminUserIds
);

/// <summary>A budget that is to be.</summary>
sealed record BudgetBody(string ScopeType, string ScopeId, string Period, string Unit, decimal? LimitAmount, string? Currency);

/// <summary>How the providers of language models are.</summary>
public sealed record ProvidersDocument(string Status, IReadOnlyList<ProviderDocument> Providers, DateTimeOffset? LastCheck);

/// <summary>How one of them is.</summary>
public sealed record ProviderDocument(
    string Name,
    string Status,
    string CircuitState,
    int ConsecutiveFailures,
    string? LastError,
    DateTimeOffset? RateLimitedUntil,
    double? LatencyMs,
    IReadOnlyList<ProviderModelDocument> Models
);

/// <summary>How a model is.</summary>
public sealed record ProviderModelDocument(string ModelId, string Status);
