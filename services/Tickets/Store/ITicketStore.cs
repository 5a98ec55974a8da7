using Phase1.Events;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Tickets, their history and their tasks. All of it throws when the database is away, but <see cref="UpdateTicketStatusAsync"/>.</summary>
interface ITicketStore
{
    /// <summary>Opens a ticket.</summary>
    Task<CreateOutcome> CreateAsync(NewTicket ticket, TicketActor actor, CancellationToken cancellationToken);

    Task<Ticket?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Tickets, newest first. An outage throws: it never looks like an empty queue.</summary>
    Task<IReadOnlyList<Ticket>> ListAsync(TicketFilter filter, int most, CancellationToken cancellationToken);

    /// <summary>A page of its history, oldest first.</summary>
    Task<IReadOnlyList<TicketChange>> HistoryAsync(string id, int after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Sets the status, and notes and owner where they are given. False where there is no such ticket, where somebody else owns it, and where the
    /// database fails: this boundary alone swallows exceptions, and logs them.
    /// </summary>
    Task<bool> UpdateTicketStatusAsync(
        string id,
        TicketStatus status,
        string? notes = null,
        string? agentOccurrenceId = null,
        string? requireCurrentOccurrenceId = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes a ticket in one transaction with its history. An occurrence changes its own open tickets alone.</summary>
    Task<UpdateOutcome> UpdateAsync(string id, TicketPatch patch, TicketActor actor, CancellationToken cancellationToken);

    /// <summary>What a round finds: due deferrals, claimable tickets from a place on, and own ones.</summary>
    Task<Candidates> CandidatesAsync(string occurrence, int skipped, int most, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What a round passes over, for its application log.</summary>
    Task<IReadOnlyList<Candidate>> PassedOverAsync(string occurrence, int most, CancellationToken cancellationToken);

    /// <summary>Claims or adopts tickets, each with its task; one broken ticket costs no other.</summary>
    Task<IReadOnlyDictionary<string, ClaimResult>> ClaimAsync(
        IReadOnlyList<ClaimOrder> orders,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Makes the next task of own tickets that have none; answers how many it made.</summary>
    Task<int> ContinueAsync(IReadOnlyList<ClaimOrder> orders, string occurrence, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Goes on with tickets whose deferral has passed; answers those.</summary>
    Task<IReadOnlyList<Ticket>> WakeAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Takes the next pending task of an occurrence; null where it has none.</summary>
    Task<WorkTask?> TakeTaskAsync(string occurrence, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends a task that is open.</summary>
    Task<bool> EndTaskAsync(string taskId, TaskEnd end, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The ticket, which nobody else changes until the transaction ends; for use within <see cref="TogetherAsync"/>.</summary>
    Task<Ticket?> LockAsync(string id, CancellationToken cancellationToken);

    /// <summary>Does several things in one transaction.</summary>
    Task<T> TogetherAsync<T>(Func<ITicketStore, Task<T>> work, CancellationToken cancellationToken);
}
