using System.Text.Json;
using Phase1.Events;

namespace Phase1.Portal.Neighbours;

/// <summary>A ticket, as far as the page's role sees it.</summary>
public sealed record TicketDocument(
    string TicketId,
    string Sop,
    TicketStatus Status,
    string? Email,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? Deadline,
    DateTimeOffset? CompletedAt,
    JsonElement? Metadata,
    string? Notes,
    string? CorrelationId,
    DateTimeOffset? WakeAt,
    string? Outcome,
    IReadOnlyList<TicketStageDocument> Stages
)
{
    internal bool IsOpen => CompletedAt is null;

    /// <summary>The stage that comes next; null when all are done.</summary>
    internal TicketStageDocument? Current => Stages.FirstOrDefault(stage => stage.IsCurrent);

    /// <summary>What a person may decide now; nothing where it is somebody else's turn.</summary>
    internal IReadOnlyList<string> Decisions => IsOpen && Current is { Human: true } stage ? stage.Decisions : [];

    /// <summary>What a stage has found; null before it has.</summary>
    internal JsonElement? ResultOf(string stage) => Metadata.At("stages", stage, "result");

    /// <summary>A text that the ticket says of its matter; null where it says none.</summary>
    internal string? TextOf(string name) => Metadata.At(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Why it was put off, in the words of whoever did.</summary>
    internal string? DeferredReason => TextOf("deferred_reason");
}

/// <summary>A step of a ticket's procedure.</summary>
public sealed record TicketStageDocument(string Name, bool Human, string Status, bool IsCurrent, IReadOnlyList<string> Decisions);

/// <summary>A procedure.</summary>
/// <param name="Sop">Its name.</param>
/// <param name="Role">Who decides by it.</param>
/// <param name="OpenedByPeople">Whether those with the role open its tickets.</param>
public sealed record SopDocument(string Sop, string Role, bool OpenedByPeople);

/// <summary>One change of a ticket.</summary>
public sealed record TicketChangeDocument(
    int Seq,
    DateTimeOffset At,
    string? Actor,
    string ActorKind,
    TicketStatus ToStatus,
    string? Reason
);

static class JsonPaths
{
    /// <summary>What stands at the end of a path of properties; null where it leads nowhere.</summary>
    internal static JsonElement? At(this JsonElement? from, params ReadOnlySpan<string> path)
    {
        var found = from;
        foreach (var name in path)
        {
            found = found is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var inner) ? inner : null;
        }
        return found;
    }
}
