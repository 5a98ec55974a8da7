using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>
/// One occurrence's claim on a page of tickets: rows, tasks and history in one transaction, so that no ticket is owned without a task. When it fails,
/// nothing of it stands, and each ticket is tried alone.
/// </summary>
sealed partial class TicketClaim(ITicketSessions sessions, string occurrence, DateTimeOffset now, ILogger logger)
{
    internal async Task<IReadOnlyDictionary<string, ClaimResult>> RunAsync(string[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return new Dictionary<string, ClaimResult>();
        }
        try
        {
            return await TogetherAsync(ids, _ => { }, cancellationToken);
        }
        catch (Exception error) when (ids.Length > 1 && !cancellationToken.IsCancellationRequested)
        {
            PageFailed(ids.Length, FaultTrace.Of(error));
        }
        catch (Exception) when (ids.Length == 1 && !cancellationToken.IsCancellationRequested)
        {
            // The only ticket of the page: what is wrong with it shows below.
        }
        Dictionary<string, ClaimResult> results = new(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            results[id] = await AloneAsync(id, cancellationToken);
        }
        return results;
    }

    async Task<ClaimResult> AloneAsync(string id, CancellationToken cancellationToken)
    {
        var failure = ClaimResult.Failed;
        try
        {
            return (await TogetherAsync([id], step => failure = step, cancellationToken))[id];
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            TicketFailed(id, FaultTrace.Of(error));
            return failure;
        }
    }

    // Says before each step how its failure is called.
    Task<Dictionary<string, ClaimResult>> TogetherAsync(string[] ids, Action<ClaimResult> begins, CancellationToken cancellationToken) =>
        sessions.WriteAsync(
            async session =>
            {
                begins(ClaimResult.Failed);
                var claimed = await session.Dialect.ClaimAsync(session, ids, occurrence, now, cancellationToken);
                if (claimed.Count > 0)
                {
                    begins(ClaimResult.TaskNotCreated);
                    await TaskStatements.AddAsync(
                        session,
                        [.. claimed.Select(claim => WorkTask.Of(claim.Ticket, TaskSource.TicketClaim, now))],
                        skipsTaken: false,
                        cancellationToken
                    );
                    begins(ClaimResult.Failed);
                    await HistoryStatements.AddAsync(session, [.. claimed.Select(ToChange)], cancellationToken);
                }
                return await ResultsAsync(session, ids, claimed, cancellationToken);
            },
            cancellationToken
        );

    static async Task<Dictionary<string, ClaimResult>> ResultsAsync(
        ITicketSession session,
        string[] ids,
        IReadOnlyList<ClaimedTicket> claimed,
        CancellationToken cancellationToken
    )
    {
        var results = claimed.ToDictionary(claim => claim.Ticket.TicketId, _ => ClaimResult.Claimed, StringComparer.Ordinal);
        string[] others = [.. ids.Where(id => !results.ContainsKey(id))];
        if (others.Length > 0)
        {
            var there = await session.QueryAsync(
                $"select ticket_id from tickets where {session.Dialect.In("ticket_id", "@ids")}",
                reader => reader.GetString(0),
                cancellationToken,
                ("ids", others)
            );
            foreach (var id in others)
            {
                results[id] = there.Contains(id) ? ClaimResult.AlreadyClaimed : ClaimResult.NotFound;
            }
        }
        return results;
    }

    TicketChange ToChange(ClaimedTicket claim) =>
        TicketChange.Between(
            claim.Ticket with
            {
                Status = claim.FromStatus,
                Owner = claim.FromOwner,
            },
            claim.Ticket,
            TicketActor.Of(occurrence),
            claim.FromStatus == TicketStatus.Pending ? "claimed" : "adopted"
        );

    [LoggerMessage(LogLevel.Warning, "A page of {Count} claims failed, and each is tried alone: {Fault}")]
    partial void PageFailed(int count, string fault);

    [LoggerMessage(LogLevel.Warning, "The claim of ticket {TicketId} failed: {Fault}")]
    partial void TicketFailed(string ticketId, string fault);
}
