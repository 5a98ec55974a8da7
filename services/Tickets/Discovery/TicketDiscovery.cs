using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>One round: wake what is due, claim or adopt what nobody has, go on with what is ours.</summary>
sealed class TicketDiscovery(
    ITicketStore store,
    TicketsOptions options,
    IDiscoveryProbe probe,
    TimeProvider clock,
    ILogger<TicketDiscovery> logger
)
{
    /// <summary>How many tickets that are only passed over are looked at, for their lines.</summary>
    const int MostPassedOver = 200;

    /// <summary>Does one round.</summary>
    /// <param name="occurrence">Whose.</param>
    /// <param name="rank">Its place among the living ones.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many tasks it made; 0 where the store failed, which the application log then holds.</returns>
    internal async Task<int> DiscoverAsync(string occurrence, int rank, CancellationToken cancellationToken)
    {
        try
        {
            return await RoundAsync(occurrence, rank, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.RoundFailed(FaultTrace.Of(error));
            return 0;
        }
    }

    async Task<int> RoundAsync(string occurrence, int rank, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await ListAsync(occurrence, rank, now, cancellationToken);
        await probe.ListedAsync(cancellationToken);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            await TellPassedOverAsync(occurrence, now, cancellationToken);
        }
        var claimed = await ClaimAsync(occurrence, found, now, cancellationToken);
        var mine = Actionable(found.Own, occurrence, now, VerdictAction.Continue).Select(ticket => new ClaimOrder(ticket.TicketId));
        return claimed + await store.ContinueAsync([.. mine], occurrence, now, cancellationToken);
    }

    // What was woken is listed in the same round; a rank whose page is empty takes the first one.
    async Task<Candidates> ListAsync(string occurrence, int rank, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await store.CandidatesAsync(occurrence, rank * options.PageSize, options.PageSize, now, cancellationToken);
        if (found.AnyDue)
        {
            foreach (var ticket in await store.WakeAsync(now, options.PageSize, cancellationToken))
            {
                logger.Woken(ticket.TicketId, ticket.Sop);
            }
        }
        var again = found.AnyDue || (rank > 0 && found.Claimable.Count == 0);
        return again
            ? await store.CandidatesAsync(
                occurrence,
                found.Claimable.Count == 0 ? 0 : rank * options.PageSize,
                options.PageSize,
                now,
                cancellationToken
            )
            : found;
    }

    async Task<int> ClaimAsync(string occurrence, Candidates found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var room = Math.Clamp(options.MaxOwned - found.Owned, 0, options.PageSize);
        var wanted = Actionable(found.Own, occurrence, now, VerdictAction.Adopt)
            .Concat(Actionable(found.Claimable, occurrence, now, VerdictAction.Claim, VerdictAction.Adopt))
            .Take(room)
            .ToList();
        var results = await store.ClaimAsync(
            wanted.ConvertAll(ticket => new ClaimOrder(ticket.TicketId)),
            occurrence,
            now,
            cancellationToken
        );
        foreach (var ticket in wanted)
        {
            logger.NotClaimed(ticket, results[ticket.TicketId]);
            DiscoveryMetrics.CountClaim(results[ticket.TicketId]);
        }
        return results.Values.Count(result => result == ClaimResult.Claimed);
    }

    List<Ticket> Actionable(IReadOnlyList<Candidate> candidates, string occurrence, DateTimeOffset now, params VerdictAction[] actions)
    {
        List<Ticket> tickets = [];
        foreach (var (ticket, hasOpenTask) in candidates)
        {
            var verdict = Verdict.Decide(ticket, occurrence, hasOpenTask, now);
            if (!actions.Contains(verdict.Action))
            {
                logger.PassedOver(ticket, verdict.Reason);
                continue;
            }
            if (verdict.HasUnreadableDeferral)
            {
                logger.UnreadableDeferral(ticket.TicketId, ticket.Sop);
            }
            tickets.Add(ticket);
        }
        return tickets;
    }

    async Task TellPassedOverAsync(string occurrence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (ticket, hasOpenTask) in await store.PassedOverAsync(occurrence, MostPassedOver, cancellationToken))
        {
            logger.PassedOver(ticket, Verdict.Decide(ticket, occurrence, hasOpenTask, now).Reason);
        }
    }
}
