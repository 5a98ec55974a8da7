using System.Text.Json.Nodes;
using Phase1.Messaging;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Sops;

/// <summary>The tickets of a procedure's matters, in the transaction of a record, a request or a watch that has begun it.</summary>
sealed class Matters(JoinedSessions session, UnitOfWork work, TimeProvider clock, TicketWorker worker, ILogger<TicketStore> logger)
{
    /// <summary>Whom nobody can answer to.</summary>
    internal const string Nobody = "nobody@tickets.invalid";

    const int MostDraws = 5;

    /// <summary>The store, within the transaction.</summary>
    internal ITicketStore Store => field ??= new TicketStore(session, clock, logger);

    /// <summary>Holds a matter until the transaction ends, and answers its latest ticket.</summary>
    internal async Task<Ticket?> HoldAsync(Sop sop, string matter, CancellationToken cancellationToken)
    {
        await using (var hold = session.Command(session.Dialect.LockMatter, ("matter", $"{sop.Name}:{matter}")))
        {
            await hold.ExecuteNonQueryAsync(cancellationToken);
        }
        return await TicketStatements.LatestOfAsync(session, sop.Name, matter, cancellationToken);
    }

    internal Task<Settlement?> SettlementAsync(Sop sop, string matter, CancellationToken cancellationToken) =>
        SettlementStatements.FindAsync(session, sop.Name, matter, cancellationToken);

    internal Task SettleAsync(Sop sop, string matter, Settlement settlement, CancellationToken cancellationToken) =>
        SettlementStatements.PutAsync(
            session,
            sop.Name,
            matter,
            settlement,
            work.Cause.CausationId,
            Instants.Cut(clock.GetUtcNow()),
            cancellationToken
        );

    /// <summary>Opens a ticket under an id of its procedure; a taken one is drawn again.</summary>
    internal async Task<CreateOutcome> OpenAsync(Sop sop, NewTicket ticket, TicketActor actor, CancellationToken cancellationToken)
    {
        for (var draw = 1; ; draw++)
        {
            var drawn = ticket with
            {
                TicketId = TicketId.Draw(sop.Prefix, clock.GetUtcNow()),
                Sop = sop.Name,
                TicketType = sop.TicketType,
            };
            var outcome = await Store.CreateAsync(drawn, actor, cancellationToken);
            if (outcome is not CreateOutcome.IdTaken || draw == MostDraws)
            {
                work.AfterCommit(worker.Wake);
                return outcome;
            }
        }
    }

    /// <summary>Changes a ticket, and has the worker look.</summary>
    internal async Task<UpdateOutcome> ChangeAsync(string id, TicketPatch patch, TicketActor actor, CancellationToken cancellationToken)
    {
        var outcome = await Store.UpdateAsync(id, patch with { EventId = work.Cause.CausationId }, actor, cancellationToken);
        work.AfterCommit(worker.Wake);
        return outcome;
    }

    /// <summary>A ticket that nobody asked for.</summary>
    internal NewTicket Automated(Sop sop, string matter, JsonObject metadata) =>
        new()
        {
            TicketId = "",
            Sop = sop.Name,
            TicketType = sop.TicketType,
            Email = Nobody,
            Priority = sop.Priority,
            Metadata = metadata,
            Automated = true,
            CorrelationId = matter,
            OrgId = work.Cause.OrgId,
        };
}
