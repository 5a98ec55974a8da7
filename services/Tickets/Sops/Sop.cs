namespace Phase1.Tickets.Sops;

/// <summary>The procedure of a kind of ticket.</summary>
/// <param name="Name">As in <c>ASSOCIATION_REVIEW</c>.</param>
/// <param name="TicketType">As in <c>review</c>.</param>
/// <param name="Prefix">The word that its tickets' ids begin with.</param>
/// <param name="Priority">What its tickets begin with.</param>
/// <param name="Stages">In their order.</param>
/// <param name="DeadlineBinds">Whether a deferral may go beyond the deadline.</param>
sealed record Sop(string Name, string TicketType, string Prefix, int Priority, IReadOnlyList<Stage> Stages, bool DeadlineBinds = false);

/// <summary>A step of a procedure.</summary>
/// <param name="Name">Its key below <c>stages</c> in the metadata.</param>
/// <param name="Decisions">What a person may answer; empty where the stage runs by itself or a record of another service ends it.</param>
/// <param name="IsHuman">Whether the ticket is parked here until somebody has acted.</param>
sealed record Stage(string Name, bool IsHuman = false, IReadOnlyList<string>? Decisions = null);
