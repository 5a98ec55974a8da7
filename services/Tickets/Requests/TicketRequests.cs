using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>What people do to tickets: each in one transaction with what it records, by the policy, and only to what they see whole.</summary>
sealed class TicketRequests(Matters matters, TicketAudience audience, UnitOfWork work)
{
    /// <summary>The ticket, if the caller sees it.</summary>
    /// <exception cref="ProblemException">404.</exception>
    internal async Task<Ticket> FindAsync(ITicketStore store, string id, Caller caller, CancellationToken cancellationToken) =>
        TicketId.IsValid(id) && await store.GetAsync(id, cancellationToken) is { } ticket && audience.Sees(caller, ticket)
            ? ticket
            : throw NotFound();

    /// <summary>Decides on a ticket that nobody else changes meanwhile, and writes what was decided; null leaves it as it is.</summary>
    /// <param name="id">Which.</param>
    /// <param name="caller">Who.</param>
    /// <param name="decide">Makes the change of what it finds.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ProblemException">404, 409.</exception>
    internal async Task<TicketDocument> ChangeAsync(
        string id,
        Caller caller,
        Func<Ticket, Task<TicketPatch?>> decide,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var ticket = TicketId.IsValid(id) ? await matters.Store.LockAsync(id, cancellationToken) : null;
        if (ticket is null || !audience.SeesWhole(caller, ticket))
        {
            throw NotFound();
        }
        if (await decide(ticket) is not { } patch)
        {
            return audience.Show(caller, ticket);
        }
        var outcome = await matters.ChangeAsync(id, patch, new(ActorKind.Human, caller.UserId), cancellationToken);
        if (outcome is not UpdateOutcome.Updated updated)
        {
            throw Refused(outcome, caller);
        }
        await work.CommitAsync(cancellationToken);
        return audience.Show(caller, updated.Ticket);
    }

    /// <summary>Reads a text that says why.</summary>
    /// <exception cref="ProblemException">400.</exception>
    internal static string Reason(string? text, string field = "reason") =>
        string.IsNullOrWhiteSpace(text) ? throw ProblemException.Missing(field)
        : text.Length > 500 || text.Contains('\0', StringComparison.Ordinal)
            ? throw ProblemException.Validation(field, "A reason has 1 to 500 characters.")
        : text.Normalize();

    /// <summary>By the policy a ticket that becomes pending belongs to nobody.</summary>
    internal static string? OwnerOf(TicketStatus? status) => status == TicketStatus.Pending ? Ticket.Shared : null;

    ProblemException Refused(UpdateOutcome outcome, Caller caller) =>
        outcome switch
        {
            UpdateOutcome.StaleVersion stale => new(Problems.StaleVersion, "Somebody has changed the ticket in the meantime.")
            {
                Current = audience.Show(caller, stale.Current),
            },
            UpdateOutcome.RefusedByPolicy refused => new(
                Problems.TransitionNotAllowed,
                $"A ticket that is {WireEnum.Name(refused.Current.Status)} cannot become this."
            )
            {
                Current = audience.Show(caller, refused.Current),
            },
            _ => NotFound(),
        };

    static ProblemException NotFound() => new(Problems.TicketNotFound, "There is no such ticket among those that the caller sees.");
}
