using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>Settles calls whose process ended before it did: what the provider took is not known, and is booked at the most that it can be.</summary>
sealed partial class Sweeper(
    IServiceProvider services,
    IGuard guard,
    Admissions admissions,
    ICostCalculator costs,
    GatewayGauges gauges,
    GuardOptions options,
    TimeProvider clock,
    ILogger<Sweeper> logger
) : PeriodicWork(services)
{
    // One tick's share; what is left is found by the next one.
    const int MostInOneTick = 100;

    protected override TimeSpan Interval => options.SweepInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<GatewayDbContext>();
        var now = clock.GetUtcNow();
        var abandoned = await db
            .Reservations.AsNoTracking()
            .Where(reservation => reservation.ExpiresAt <= now)
            .OrderBy(reservation => reservation.ExpiresAt)
            .Take(MostInOneTick)
            .ToListAsync(cancellationToken);
        foreach (var reservation in abandoned)
        {
            try
            {
                await SettleAsync(db, reservation, now, cancellationToken);
            }
            catch (Exception error)
                when (error is not (LedgerUnavailableException or OperationCanceledException) && !GuardLane.Passes(error))
            {
                // It stays open, and the others do not wait for it.
                Failed(reservation.RequestId, FaultTrace.Of(error));
            }
        }
        await gauges.CountReservationsAsync(db, now, cancellationToken);
    }

    async Task SettleAsync(GatewayDbContext db, Reservation reservation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var holds = await HoldsOfAsync(db, reservation, cancellationToken);
        // The price is that of the admission, and so the amount is the one that was reserved.
        var terms = await admissions.TermsOfAsync(reservation, reservation.ModelId, reservation.CreatedAt, cancellationToken);
        var call = new OpenCall(reservation, reservation.ModelId, terms, holds);
        var most = options.Abandoned == AbandonedCalls.Charge ? Most(reservation, terms, now) : null;
        await guard.SettleAsync(new(call, most, [], CostTrouble.ReservationExpired));
    }

    static async Task<List<Demand>> HoldsOfAsync(GatewayDbContext db, Reservation reservation, CancellationToken cancellationToken)
    {
        var held = await (
            from meter in db.ReservationMeters
            where meter.RequestId == reservation.RequestId
            join period in db.BudgetPeriods on meter.PeriodId equals period.PeriodId
            join budget in db.Budgets on period.BudgetId equals budget.BudgetId
            select new
            {
                meter.Amount,
                Period = period,
                Budget = budget,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. held.Select(row => new Demand(
                Meter.Of(
                    row.Budget,
                    new PeriodKey(row.Period.PeriodId, new Period(row.Period.PeriodKey, row.Period.StartsAt, row.Period.EndsAt))
                ),
                row.Amount
            )),
        ];
    }

    UsageEntry Most(Reservation reservation, CallTerms terms, DateTimeOffset now)
    {
        var usage = new TokenUsage(reservation.EstInput, reservation.MaxOutput, IsEstimated: true);
        return new(reservation, reservation.ModelId, terms, usage, costs.Of(usage, terms.Quote))
        {
            Outcome = UsageOutcome.Abandoned,
            SettledAt = now,
        };
    }

    [LoggerMessage(LogLevel.Error, "The abandoned call {RequestId} cannot be booked and stays open: {Fault}")]
    private partial void Failed(Guid requestId, string fault);
}
