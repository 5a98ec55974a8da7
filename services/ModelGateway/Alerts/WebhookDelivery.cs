using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Background;

namespace Phase1.ModelGateway.Alerts;

/// <summary>
/// Sends the webhooks of alerts that are committed. The claim sets the time of the next attempt before anything is sent, so that an instance that dies
/// leaves it to the others: an address may have an alert twice, and never not at all while it answers.
/// </summary>
sealed partial class WebhookDelivery(IServiceProvider services, TimeProvider clock, ILogger<WebhookDelivery> logger)
    : PeriodicWork(services)
{
    const int MostInOneTick = 20;

    // After 1, 4, 16, 64 and 256 minutes: an address that is away for the night is one that nobody looks at.
    const int MostAttempts = 6;

    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var (db, client) = (scope.GetRequiredService<GatewayDbContext>(), scope.GetRequiredService<WebhookClient>());
        foreach (var alert in await ClaimAsync(db, cancellationToken))
        {
            if (await client.SendAsync(alert, cancellationToken))
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    update budget_alerts set webhook_due_at = null, sent_channels = array_append(sent_channels, {AlertRules.Webhook})
                    where alert_id = {alert.AlertId} and not sent_channels @> array[{AlertRules.Webhook}]
                    """,
                    cancellationToken
                );
            }
            else if (alert.WebhookDueAt is null)
            {
                GaveUp(alert.AlertId, alert.WebhookAttempts);
            }
        }
    }

    async Task<List<BudgetAlert>> ClaimAsync(GatewayDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db
            .Alerts.FromSql(
                $"""
                update budget_alerts a set webhook_attempts = a.webhook_attempts + 1, webhook_due_at = case
                    when a.webhook_attempts + 1 < {MostAttempts} then {now} + interval '1 minute' * power(4, a.webhook_attempts) end
                where a.alert_id in (select alert_id from budget_alerts where webhook_due_at <= {now}
                    order by webhook_due_at limit {MostInOneTick} for update skip locked)
                returning a.*
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The webhook of alert {AlertId} was not taken in {Attempts} attempts and is not sent again.")]
    private partial void GaveUp(Guid alertId, int attempts);
}
