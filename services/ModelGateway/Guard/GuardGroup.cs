using Phase1.Events;
using Phase1.Messaging;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>Decides a group of calls in one transaction: their periods are locked, decided in memory in order of arrival, and written at once.</summary>
sealed class GuardGroup(
    UnitOfWork work,
    GatewayDbContext db,
    IUsageLedger ledger,
    AlertBook alerts,
    UnpricedModels news,
    GuardOptions options,
    TimeProvider clock
)
{
    readonly List<Guid> _closed = [];
    readonly List<Guid> _replaced = [];
    readonly List<Reservation> _moved = [];

    /// <summary>Decides, commits, and only then answers.</summary>
    /// <param name="items">Of one group, in order of arrival.</param>
    /// <param name="cancellationToken">The service stops.</param>
    internal async Task RunAsync(IReadOnlyList<GuardItem> items, CancellationToken cancellationToken)
    {
        Guid[] periods = [.. items.SelectMany(item => item.Meters).Select(demand => demand.Meter.PeriodId).OfType<Guid>().Distinct()];
        await work.BeginAsync(cancellationToken);
        var state = await GroupState.ReadAsync(work, periods, [.. items.Select(item => item.Call)], cancellationToken);
        // What ends makes room for what begins.
        foreach (var item in items.OfType<SettlementItem>())
        {
            var result = Settle(item.Settlement, state);
            work.AfterCommit(() => item.Succeed(result));
        }
        foreach (var item in items.OfType<AdmissionItem>())
        {
            var result = Decide(item, state);
            work.AfterCommit(() => item.Succeed(result));
            if (result is Refused refused)
            {
                work.AfterCommit(() => GuardMetrics.CountRefusal(refused.Meter));
            }
        }
        await alerts.WriteAsync(state.Workspaces, cancellationToken);
        await GroupStatements.WriteAsync(work, [.. state.Periods.Values], _closed, _replaced, _moved, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    AdmissionResult Decide(AdmissionItem item, GroupState state)
    {
        var admission = item.Admission;
        if (WhyNot(item, state) is { } result)
        {
            return result;
        }
        if (FirstRefusal(admission, state) is { } refused)
        {
            if (refused.Meter.PeriodId is { } period)
            {
                Refuse(state.Periods[period], refused.Meter, admission.Call);
            }
            return refused;
        }
        Reserve(admission, state);
        return new Admitted(ToOpen(admission));
    }

    static AdmissionResult? WhyNot(AdmissionItem item, GroupState state)
    {
        var admission = item.Admission;
        var isOpen = state.Open.ContainsKey(admission.Call.RequestId);
        if (state.Booked.ContainsKey(admission.Call.RequestId) || (admission.Held is not null && !isOpen))
        {
            return new AlreadySettled();
        }
        if (admission.Held is null && isOpen)
        {
            return item.IsRetry ? new Admitted(ToOpen(admission)) : new InProgress();
        }
        var workspaceChanged = state.Workspaces[admission.Call.WorkspaceId].Version != admission.WorkspaceVersion;
        var catalogueChanged = state.Catalogue != admission.Catalogue;
        return workspaceChanged || catalogueChanged ? new Outdated(workspaceChanged, catalogueChanged) : null;
    }

    static Refused? FirstRefusal(Admission admission, GroupState state)
    {
        foreach (var (meter, amount) in admission.Demands)
        {
            if (meter.PeriodId is not { } id)
            {
                if (amount > meter.CallLimit)
                {
                    return new(meter, meter.CallLimit.Value, 0, 0, amount);
                }
                continue;
            }
            var period = state.Periods[id];
            var held = state.HeldOf(admission.Call.RequestId, id);
            if (!period.Fits(amount - held))
            {
                return new(
                    meter,
                    period.Limit!.Value,
                    period.Spent,
                    period.Reserved - held,
                    period.Spent + period.Reserved - held + amount
                );
            }
        }
        return null;
    }

    void Reserve(Admission admission, GroupState state)
    {
        var requestId = admission.Call.RequestId;
        var demands = admission
            .Demands.Where(demand => demand.Meter.PeriodId is not null)
            .ToDictionary(demand => demand.Meter.PeriodId!.Value, demand => demand.Amount);
        // Of a budget that counts no longer, what was held is given back.
        foreach (var period in demands.Keys.Union(state.Open.GetValueOrDefault(requestId)?.Keys.AsEnumerable() ?? []))
        {
            state.Periods[period].Reserve(demands.GetValueOrDefault(period) - state.HeldOf(requestId, period));
        }
        var reservation = new Reservation(admission.Call, admission.ModelId, admission.Bound)
        {
            CreatedAt = admission.Terms.AdmittedAt,
            ExpiresAt = clock.GetUtcNow() + options.ReservationLifetime,
        };
        if (admission.Held is null)
        {
            db.Reservations.Add(reservation);
        }
        else
        {
            _moved.Add(reservation);
        }
        db.ReservationMeters.AddRange(
            demands.Select(demand => new ReservationMeter
            {
                RequestId = requestId,
                PeriodId = demand.Key,
                Amount = demand.Value,
            })
        );
        state.Open[requestId] = demands;
    }

    SettlementResult Settle(Settlement settlement, GroupState state)
    {
        var (requestId, now) = (settlement.Call.Call.RequestId, clock.GetUtcNow());
        var isOpen = state.Open.Remove(requestId, out var held);
        var isBooked = state.Booked.TryGetValue(requestId, out var booked);
        if (!isOpen && (settlement.Usage is null || (isBooked && booked.Outcome != UsageOutcome.Abandoned)))
        {
            return SettlementResult.Known;
        }
        if (isOpen)
        {
            _closed.Add(requestId);
        }
        if (isBooked)
        {
            _replaced.Add(requestId);
        }
        foreach (var hold in settlement.Call.Holds)
        {
            var period = state.Periods[hold.Meter.PeriodId!.Value];
            var estimated = hold.Meter.Unit == Budgets.MeterUnit.Tokens ? booked.Tokens : booked.Cost;
            var taken = settlement.Actual(hold) - estimated;
            if (period.Settle(taken, held?.GetValueOrDefault(period.Id) ?? 0, hold.Meter.Thresholds, now) is { } level)
            {
                alerts.Note(settlement.Call.Call, hold.Meter, period, level, refused: false);
            }
        }
        Book(settlement, state);
        return isBooked ? SettlementResult.Corrected : SettlementResult.Settled;
    }

    void Book(Settlement settlement, GroupState state)
    {
        var earlier = state.Attempts.GetValueOrDefault(settlement.Call.Call.RequestId);
        db.Attempts.AddRange(settlement.Attempts.Select(attempt => attempt.After(earlier)));
        state.Attempts[settlement.Call.Call.RequestId] = earlier + settlement.Attempts.Count;
        if (settlement.Usage is { } usage)
        {
            ledger.Book(db, usage);
            if (CostDifference.Of(usage) is { } difference)
            {
                db.CostDifferences.Add(difference);
            }
            work.AfterCommit(() => UsageMetrics.Count(usage));
            state.Booked[usage.RequestId] = new(usage.Outcome, usage.Tokens, usage.CostTotal);
            Tell(CostFacts.Recorded(usage), usage);
        }
        if (settlement.Anomaly is { } anomaly)
        {
            Tell(anomaly, settlement.Call.Call);
        }
        if (settlement.Trouble is { } trouble)
        {
            Tell(CostFacts.Failed(settlement.Call.Call, trouble, settlement.Usage?.CostTotal), settlement.Call.Call);
        }
        if (settlement.Usage is { PricingSource: Prices.PricingSource.Default } unpriced && news.IsNew(unpriced.ModelId, unpriced.LocalDay))
        {
            Tell(CostFacts.Failed(unpriced, CostTrouble.UnpricedModel, unpriced.CostTotal), unpriced);
        }
    }

    void Refuse(PeriodState period, Meter meter, CallFacts call)
    {
        if (period.Refuse(clock.GetUtcNow()))
        {
            alerts.Note(call, meter, period, MeterLevel.Exceeded, refused: true);
        }
        else
        {
            alerts.Repeat(call, meter, period);
        }
    }

    void Tell(IFact fact, CallFacts call) => work.Publish(fact, CostFacts.CauseOf(call, clock.GetUtcNow()));

    static OpenCall ToOpen(Admission admission) =>
        new(admission.Call, admission.ModelId, admission.Terms, [.. admission.Demands.Where(demand => demand.Meter.PeriodId is not null)]);
}
