using Phase1.Events;
using Phase1.ModelGateway.Budgets;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Who is told of the budgets of one scope.</summary>
/// <param name="OwnerType">Whose: of several that fit, the first of this order holds.</param>
/// <param name="OwnerId">A teacher's id, a course code or the workspace; null for the installation's own.</param>
/// <param name="ScopeType">Of the budgets.</param>
/// <param name="Enabled">Whether anybody is told.</param>
/// <param name="MinPercent">From which share of a limit on.</param>
/// <param name="Channels">How.</param>
/// <param name="WebhookReference">Names an address of the configuration; null for none.</param>
sealed record AlertConfigDocument(
    AlertOwner OwnerType,
    string? OwnerId,
    BudgetScope ScopeType,
    bool Enabled,
    decimal MinPercent,
    IReadOnlyList<AlertChannel> Channels,
    string? WebhookReference
)
{
    internal static AlertConfigDocument Of(AlertConfig config) =>
        new(
            config.OwnerType,
            config.OwnerType == AlertOwner.Default ? null : config.OwnerId,
            config.ScopeType,
            config.Enabled,
            config.MinPercent,
            [.. config.Channels.Select(WireEnum.Parse<AlertChannel>)],
            config.WebhookReference
        );

    /// <summary>What holds for a scope that nobody has said anything about.</summary>
    internal static AlertConfigDocument Usual(BudgetScope scope) =>
        new(AlertOwner.Default, null, scope, true, AlertRules.LeastPercent(scope), [AlertChannel.Notification], null);
}
