namespace Phase1.Tickets.Sops;

/// <summary>The procedure of a kind of ticket.</summary>
/// <param name="Name">As in <c>ASSOCIATION_REVIEW</c>.</param>
/// <param name="TicketType">As in <c>review</c>.</param>
/// <param name="Prefix">The word that its tickets' ids begin with.</param>
/// <param name="Priority">What its tickets begin with.</param>
/// <param name="Stages">In their order.</param>
/// <param name="Role">Who sees its tickets whole, and decides them.</param>
sealed record Sop(string Name, string TicketType, string Prefix, int Priority, IReadOnlyList<Stage> Stages, string Role)
{
    /// <summary>A deferral may not go beyond the deadline.</summary>
    public bool DeadlineBinds { get; init; }

    /// <summary>The law says by when it is answered.</summary>
    public bool HasDeadline { get; init; }

    /// <summary>How long before the deadline others are told that it comes near; null where nobody is.</summary>
    public TimeSpan? NoticeBefore { get; init; }

    /// <summary>Each of its tickets is for the one user whom it names.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Each of its tickets is for one organisation, or for the one user who is an organisation of one.</summary>
    public bool IsOfOrganisation { get; init; }

    /// <summary>Opened by those with its role; the others are opened by records and watches alone.</summary>
    public bool IsOpenedByPeople { get; init; }

    internal Stage? StageOf(string name) => Stages.FirstOrDefault(stage => stage.Name == name);
}

/// <summary>A step of a procedure.</summary>
/// <param name="Name">Its key below <c>stages</c> in the metadata.</param>
/// <param name="IsHuman">Whether the ticket is parked here until somebody has acted.</param>
sealed record Stage(string Name, bool IsHuman = false)
{
    /// <summary>What a person may answer here; empty where a record of another service ends the stage.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Those of them that say why.</summary>
    public IReadOnlyList<string> WithNote { get; init; } = [];
}
