using System.Text.Json;

namespace Phase1.Events;

/// <summary>The batch's decided essays are released (record 12).</summary>
public sealed record BatchEssaysReady : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The essays that are not excluded.</summary>
    public required IReadOnlyList<EssayRef> ReadyEssays { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The course's language.</summary>
    public required Language CourseLanguage { get; init; }

    /// <summary>REGULAR.</summary>
    public required BatchKind ClassType { get; init; }

    /// <summary>Reference to the task that the students were given: an object.</summary>
    public JsonElement? StudentPromptRef { get; init; }
}
