using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.Budgets;

/// <summary>The gateway: a budget is spent, or nearly.</summary>
sealed class LlmBudgetThresholdReachedConsumer(BudgetTickets budgets, UnitOfWork work) : IConsumer<LlmBudgetThresholdReached>
{
    public async Task Consume(ConsumeContext<LlmBudgetThresholdReached> context) =>
        work.Outcome = await budgets.ReachedAsync(context.Message, context.CancellationToken);
}
