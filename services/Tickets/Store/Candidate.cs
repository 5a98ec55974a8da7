using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>A ticket that a round looks at.</summary>
/// <param name="Ticket">As it was listed.</param>
/// <param name="HasOpenTask">A task of it is pending or active.</param>
sealed record Candidate(Ticket Ticket, bool HasOpenTask);

/// <summary>What a round finds.</summary>
/// <param name="AnyDue">A deferral has passed.</param>
/// <param name="Claimable">Shared tickets that are open for work, in the order of claims.</param>
/// <param name="Own">The occurrence's own tickets that are open for work and have no open task.</param>
/// <param name="Owned">How many tickets it has under way, those with a task included.</param>
sealed record Candidates(bool AnyDue, IReadOnlyList<Candidate> Claimable, IReadOnlyList<Candidate> Own, int Owned);
