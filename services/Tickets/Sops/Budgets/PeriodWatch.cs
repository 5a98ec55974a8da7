using Phase1.Messaging.Background;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Sops.Budgets;

/// <summary>Ends the tickets of budgets whose period is over: they wait for a person, whom no time wakes.</summary>
sealed class PeriodWatch(
    IServiceProvider services,
    IServiceScopeFactory scopes,
    ITicketStore store,
    TicketsOptions options,
    TimeProvider clock
) : PeriodicWork(services)
{
    const int Most = 200;

    protected override TimeSpan Interval => options.WatchInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var over = new TicketFilter
        {
            OfSops = [Procedures.BudgetOverride.Name],
            IsOpen = true,
            OverdueAt = clock.GetUtcNow(),
        };
        foreach (var ticket in await store.ListAsync(over, Most, cancellationToken))
        {
            await using var own = scopes.CreateAsyncScope();
            await own.ServiceProvider.GetRequiredService<BudgetTickets>().EndAsync(ticket.CorrelationId!, cancellationToken);
        }
    }
}
