using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Changes of single tickets: lock, decide, write the row, its history, and the end of its task where it ends.</summary>
static class TicketChanges
{
    internal static async Task<UpdateOutcome> ApplyAsync(
        ITicketSession session,
        string id,
        TicketPatch patch,
        TicketActor actor,
        string? requiredOwner,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await TicketStatements.LockAsync(session, id, cancellationToken) is not { } before)
        {
            return new UpdateOutcome.NotFound();
        }
        if (requiredOwner is not null && (before.Owner != requiredOwner || before.Status.IsTerminal()))
        {
            return new UpdateOutcome.NotOwner();
        }
        if (patch.ExpectedVersion is { } expected && expected != before.Version)
        {
            return new UpdateOutcome.StaleVersion(before);
        }
        var status = patch.Status ?? before.Status;
        if (patch.KeepToPolicy && !patch.Reopens && !TransitionPolicy.Allows(before.Status, status))
        {
            return new UpdateOutcome.RefusedByPolicy(before);
        }
        return await WriteAsync(session, before, patch, actor, now, cancellationToken);
    }

    /// <summary>The tickets whose deferral has passed, the longest first.</summary>
    internal static Task<List<string>> DueAsync(
        ITicketSession session,
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    ) =>
        session.QueryAsync(
            """
            select ticket_id from tickets where status = 'deferred' and wake_at is not null and wake_at <= @now
            order by wake_at, ticket_id limit @most
            """,
            reader => reader.GetString(0),
            cancellationToken,
            ("now", now),
            ("most", most)
        );

    /// <summary>Goes on with a ticket whose deferral has passed; null where somebody else did, or it no longer has.</summary>
    internal static async Task<Ticket?> WakeAsync(
        ITicketSession session,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            await TicketStatements.LockAsync(session, id, cancellationToken)
                is not { Status: TicketStatus.Deferred, WakeAt: { } due } before
            || due > now
        )
        {
            return null;
        }
        var patch = new TicketPatch
        {
            Status = before.IsShared ? TicketStatus.Pending : TicketStatus.InProgress,
            Reason = "deferral passed",
        };
        var outcome = await WriteAsync(session, before, patch, TicketActor.System, now, cancellationToken);
        return ((UpdateOutcome.Updated)outcome).Ticket;
    }

    static async Task<UpdateOutcome> WriteAsync(
        ITicketSession session,
        Ticket before,
        TicketPatch patch,
        TicketActor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (after, change) = TicketTransition.Of(before, patch, actor, now);
        await TicketStatements.WriteAsync(session, before, after, change, patch, cancellationToken);
        TicketMetrics.Count(change);
        if (after.Status.IsTerminal())
        {
            await TaskStatements.AbandonAsync(session, [after.TicketId], now, cancellationToken);
            if (RequestDetails.HasCorrection(after.Metadata))
            {
                await TaskStatements.ForgetAsync(session, after.TicketId, cancellationToken);
            }
            if (!before.Status.IsTerminal())
            {
                session.Publish(TicketFacts.Closed(after, actor));
            }
        }
        return new UpdateOutcome.Updated(after, change with { Seq = after.Version });
    }
}
