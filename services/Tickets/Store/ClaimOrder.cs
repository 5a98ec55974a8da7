namespace Phase1.Tickets.Store;

/// <summary>A ticket that an occurrence wants.</summary>
/// <param name="TicketId">Which.</param>
sealed record ClaimOrder(string TicketId);

/// <summary>What became of it.</summary>
enum ClaimResult
{
    /// <summary>It is the occurrence's, and has its task.</summary>
    Claimed,

    /// <summary>Another occurrence was faster, or it needs no claim any more.</summary>
    AlreadyClaimed,

    /// <summary>There is no such ticket.</summary>
    NotFound,

    /// <summary>Its row could not be changed; it stays as it was.</summary>
    Failed,

    /// <summary>Its task could not be made, and so it was not claimed either.</summary>
    TaskNotCreated,
}
