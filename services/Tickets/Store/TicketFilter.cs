using Phase1.Events;

namespace Phase1.Tickets.Store;

/// <summary>Which tickets a list has; what is null or empty restricts nothing.</summary>
sealed record TicketFilter
{
    /// <summary>Procedures whose tickets are seen, whomever they are for; null for all.</summary>
    public IReadOnlyList<string>? Sops { get; init; }

    /// <summary>Procedures whose tickets are seen where they are for <see cref="User"/>.</summary>
    public IReadOnlyList<string> PersonalSops { get; init; } = [];

    public string? User { get; init; }

    /// <summary>Procedures whose tickets are seen where they are for <see cref="Organisation"/>.</summary>
    public IReadOnlyList<string> OrganisationSops { get; init; } = [];

    public string? Organisation { get; init; }

    public IReadOnlyList<TicketStatus> Statuses { get; init; } = [];

    public IReadOnlyList<string> OfSops { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    public string? Owner { get; init; }

    public string? UserIdentifier { get; init; }

    public string? CorrelationId { get; init; }

    public bool? IsOpen { get; init; }

    /// <summary>Open, with a deadline before this instant.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>Where to go on: the last ticket of the page before.</summary>
    public (DateTimeOffset SubmittedAt, string TicketId)? Behind { get; init; }
}
