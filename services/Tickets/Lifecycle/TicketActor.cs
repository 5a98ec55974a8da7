namespace Phase1.Tickets.Lifecycle;

/// <summary>What kind of hand changed a ticket.</summary>
enum ActorKind
{
    /// <summary>A person, by HTTP.</summary>
    Human,

    /// <summary>A worker process.</summary>
    Occurrence,

    /// <summary>A tool, called by a program.</summary>
    Tool,

    /// <summary>A record of another service.</summary>
    Record,

    /// <summary>The service itself.</summary>
    System,
}

/// <summary>Who changes a ticket.</summary>
/// <param name="Kind">What kind of hand.</param>
/// <param name="Id">Opaque: a user's id, an occurrence, the name of a service.</param>
sealed record TicketActor(ActorKind Kind, string Id)
{
    internal static TicketActor System { get; } = new(ActorKind.System, "tickets");

    internal static TicketActor Of(string occurrence) => new(ActorKind.Occurrence, occurrence);

    /// <summary>A worker may write what it owns and is open, and nothing else.</summary>
    internal string? RequiredOwner => Kind == ActorKind.Occurrence ? Id : null;
}
