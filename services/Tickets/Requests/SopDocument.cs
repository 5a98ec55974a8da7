using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>A procedure, for those who work by it.</summary>
sealed record SopDocument(
    string Sop,
    string TicketType,
    int Priority,
    string Role,
    bool OpenedByPeople,
    bool DeadlineBinds,
    IReadOnlyList<SopStage> Stages
)
{
    internal static SopDocument Of(Sop sop) =>
        new(
            sop.Name,
            sop.TicketType,
            sop.Priority,
            sop.Role,
            sop.IsOpenedByPeople,
            sop.DeadlineBinds,
            [.. sop.Stages.Select(stage => new SopStage(stage.Name, stage.IsHuman, stage.Decisions, stage.WithNote))]
        );
}

/// <summary>A step of a procedure.</summary>
sealed record SopStage(string Name, bool Human, IReadOnlyList<string> Decisions, IReadOnlyList<string> WithNote);
