using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Who is told of one alert, and how.</summary>
/// <param name="Name">Of the config; all its budgets share the time that it keeps still after an alert.</param>
/// <param name="LeastPercent">The share from which on anybody is told.</param>
/// <param name="Channels">None where nobody is.</param>
/// <param name="WebhookReference">Where a webhook goes to.</param>
sealed record AlertPlan(string Name, decimal LeastPercent, IReadOnlyList<AlertChannel> Channels, string? WebhookReference)
{
    /// <summary>The most specific config of a call's teacher, course and workspace; without any, what holds for the scope by itself.</summary>
    /// <param name="configs">Of the workspace, and the installation's own.</param>
    /// <param name="call">That has brought it about.</param>
    /// <param name="scope">Of the budget.</param>
    internal static AlertPlan Of(IEnumerable<AlertConfig> configs, CallFacts call, BudgetScope scope) =>
        configs
            .Where(config => config.ScopeType == scope && IsOf(config, call))
            .OrderBy(config => config.OwnerType)
            .Select(Of)
            .FirstOrDefault()
        ?? new(
            NameOf(AlertOwner.Default, AlertConfig.Any, scope),
            AlertRules.LeastPercent(scope),
            [AlertChannel.Notification],
            WebhookReference: null
        );

    /// <summary>Whether the same has been told a moment ago; a higher threshold is told at once.</summary>
    /// <param name="told">What the config has told lately.</param>
    /// <param name="alert">The new one.</param>
    /// <param name="pause">How long the config keeps still.</param>
    internal bool HoldsBack(IEnumerable<BudgetAlert> told, BudgetAlert alert, TimeSpan pause) =>
        told.Any(earlier =>
            earlier.WorkspaceId == alert.WorkspaceId
            && earlier.ToldBy == Name
            && alert.CreatedAt - earlier.CreatedAt < pause
            && earlier.Threshold >= alert.Threshold
        );

    static AlertPlan Of(AlertConfig config) =>
        new(
            NameOf(config.OwnerType, config.OwnerId, config.ScopeType),
            config.MinPercent,
            config.Enabled ? [.. config.Channels.Select(WireEnum.Parse<AlertChannel>)] : [],
            config.WebhookReference
        );

    static bool IsOf(AlertConfig config, CallFacts call) =>
        config.OwnerType switch
        {
            AlertOwner.Default => true,
            _ when config.WorkspaceId != call.WorkspaceId => false,
            AlertOwner.User => config.OwnerId == call.UserId,
            AlertOwner.Course => call.CourseCode is { } course && config.OwnerId == WireEnum.Name(course),
            _ => true,
        };

    static string NameOf(AlertOwner owner, string id, BudgetScope scope) => $"{WireEnum.Name(owner)}/{id}/{WireEnum.Name(scope)}";
}
