using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Budgets;

/// <summary>
/// Budgets that are spent, as the gateway tells of them: one ticket for each period, until its limit is raised by whichever hand, an administrator says no,
/// or the period is over. A limit that was raised and is spent again is a matter of its own.
/// </summary>
sealed class BudgetTickets(Matters matters, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Up to which limit of the period a settlement or a ticket goes.</summary>
    internal const string LimitVersion = "limit_version";

    internal const string LimitAmount = "limit_amount";

    const string Exceeded = "exceeded";
    const string Overridden = "overridden";
    const string Approved = "approved";
    const string PeriodOver = "period_over";

    static readonly Sop Sop = Procedures.BudgetOverride;

    static readonly TicketActor Gateway = new(ActorKind.Record, ServiceNames.ModelGateway);

    // That a period is over is true whatever the ticket says, as a record is.
    static readonly TicketActor Calendar = new(ActorKind.Record, "calendar");

    internal async Task<RecordOutcome> ReachedAsync(LlmBudgetThresholdReached reached, CancellationToken cancellationToken)
    {
        if (reached.Threshold != Exceeded)
        {
            return RecordOutcome.Stale;
        }
        var matter = MatterOf(reached.BudgetId, reached.PeriodKey);
        var ticket = await matters.HoldAsync(Sop, matter, cancellationToken);
        if (ticket is not null && VersionIn(ticket.Metadata) >= reached.LimitVersion)
        {
            return RecordOutcome.Stale;
        }
        if (ticket is { CompletedAt: null })
        {
            // A higher limit was reached: the gateway has raised it, and the record of that comes later.
            await CloseAsync(ticket, Approved, Gateway, cancellationToken);
        }
        var settled = await matters.SettlementAsync(Sop, matter, cancellationToken);
        var outcome =
            settled is not null && VersionIn(settled.Details) >= reached.LimitVersion ? settled.Outcome
            : reached.PeriodEndsAt <= clock.GetUtcNow() ? PeriodOver
            : null;
        var opened = matters.Automated(Sop, matter, MetadataOf(reached)) with
        {
            Deadline = reached.PeriodEndsAt,
            Status = outcome is null ? TicketStatus.Pending : TicketStatus.Completed,
            Outcome = outcome,
            OrgId = work.Cause.OrgId ?? reached.WorkspaceId,
        };
        await matters.OpenAsync(Sop, opened, Gateway, cancellationToken);
        return RecordOutcome.Applied;
    }

    internal async Task<RecordOutcome> ChangedAsync(LlmBudgetChanged changed, CancellationToken cancellationToken)
    {
        if (changed is not { PeriodKey: { } period, ReasonCode: Overridden })
        {
            return RecordOutcome.Stale;
        }
        var matter = MatterOf(changed.BudgetId, period);
        var ticket = await matters.HoldAsync(Sop, matter, cancellationToken);
        var settled = await matters.SettlementAsync(Sop, matter, cancellationToken);
        // What was reached under the limits of before is settled; the new one may be reached as well.
        var through = changed.LimitVersion - 1;
        if (settled is not null && VersionIn(settled.Details) >= through)
        {
            return RecordOutcome.Stale;
        }
        await matters.SettleAsync(Sop, matter, new(Approved, new JsonObject { [LimitVersion] = through }), cancellationToken);
        if (ticket is { CompletedAt: null } && VersionIn(ticket.Metadata) <= through)
        {
            await CloseAsync(ticket, Approved, Gateway, cancellationToken);
        }
        return RecordOutcome.Applied;
    }

    /// <summary>Ends a matter whose period is over, in a transaction of its own.</summary>
    internal async Task EndAsync(string matter, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await matters.HoldAsync(Sop, matter, cancellationToken) is { CompletedAt: null } ticket && ticket.Deadline <= clock.GetUtcNow())
        {
            await CloseAsync(ticket, PeriodOver, Calendar, cancellationToken);
        }
        await work.CommitAsync(cancellationToken);
    }

    async Task CloseAsync(Ticket ticket, string outcome, TicketActor actor, CancellationToken cancellationToken)
    {
        var patch = new TicketPatch
        {
            Status = TicketStatus.Completed,
            Outcome = outcome,
            Reason = outcome,
        };
        await matters.ChangeAsync(ticket.TicketId, patch, actor, cancellationToken);
    }

    // As the gateway reads it in a decision's record.
    static string MatterOf(Guid budget, string period) => $"{budget}:{period}";

    static int VersionIn(JsonObject document) =>
        document[LimitVersion] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<int>() : 0;

    static JsonObject MetadataOf(LlmBudgetThresholdReached reached) =>
        new()
        {
            [MetadataMerge.Stages] = new JsonObject(),
            ["sop_version"] = "1.0",
            ["budget_id"] = reached.BudgetId.ToString(),
            ["scope_type"] = reached.ScopeType,
            ["scope_id"] = reached.ScopeId,
            ["unit"] = reached.Unit,
            ["period"] = reached.Period,
            ["period_key"] = reached.PeriodKey,
            [LimitVersion] = reached.LimitVersion,
            ["percent"] = reached.Percent,
            ["spent"] = reached.Spent,
            [LimitAmount] = reached.LimitAmount,
            ["currency"] = reached.Currency,
            ["refused"] = reached.Refused,
        };
}
