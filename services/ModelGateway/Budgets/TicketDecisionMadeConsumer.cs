using System.Globalization;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Prices;

namespace Phase1.ModelGateway.Budgets;

/// <summary>
/// Record 31 of the procedure BUDGET_OVERRIDE: an administrator has approved a higher limit. It is the same as to ask for it over HTTP; what cannot be
/// done any more is stale.
/// </summary>
sealed class TicketDecisionMadeConsumer(GatewayDbContext db, BudgetOverride overrides, UnitOfWork work) : IConsumer<TicketDecisionMade>
{
    const string Sop = "BUDGET_OVERRIDE";
    const string Approve = "approve";
    const string NewLimit = "new_limit";

    public async Task Consume(ConsumeContext<TicketDecisionMade> context)
    {
        if (WishIn(context.Message) is not var (budgetId, periodKey, limit))
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        var budget = await db
            .Budgets.FromSql($"select * from budgets where budget_id = {budgetId} and is_active for update")
            .SingleOrDefaultAsync(context.CancellationToken);
        if (budget is null)
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        var (result, period) = await overrides.RaiseAsync(db, budget, periodKey, limit, context.CancellationToken);
        if (result != OverrideResult.Raised)
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        work.Publish(BudgetFacts.Raised(budget, period!, context.Message.DecidedBy));
    }

    static (Guid BudgetId, string PeriodKey, decimal Limit)? WishIn(TicketDecisionMade made) =>
        made is { Sop: Sop, Decision: Approve, Reference: { } reference }
        && reference.Split(':') is [var budget, { Length: > 0 } period]
        && Guid.TryParse(budget, out var budgetId)
        && made.Values.TryGetValue(NewLimit, out var value)
        && value.ValueKind == JsonValueKind.String
        && decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit)
        && PriceFields.IsAmount(limit)
            ? (budgetId, period, limit)
            : null;
}
