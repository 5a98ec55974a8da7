using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.Budgets;

/// <summary>The gateway: a limit was raised, by a decision here or by another hand.</summary>
sealed class LlmBudgetChangedConsumer(BudgetTickets budgets, UnitOfWork work) : IConsumer<LlmBudgetChanged>
{
    public async Task Consume(ConsumeContext<LlmBudgetChanged> context) =>
        work.Outcome = await budgets.ChangedAsync(context.Message, context.CancellationToken);
}
