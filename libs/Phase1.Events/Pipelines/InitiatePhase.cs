using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The command to run one phase on a batch (record 15); each phase has its own topic.</summary>
public sealed record InitiatePhase : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    [JsonPropertyName("entity_id")]
    public required Guid BatchId { get; init; }

    /// <summary>The essays.</summary>
    public required IReadOnlyList<EssayRef> EssaysToProcess { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The course's language.</summary>
    public required Language Language { get; init; }

    /// <summary>GUEST or REGULAR.</summary>
    public required BatchKind ClassType { get; init; }

    /// <summary>Reference to the task that the students were given: an object.</summary>
    public JsonElement? StudentPromptRef { get; init; }

    /// <summary>The pipeline run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The phase, which chooses the topic; not part of the payload, must be set.</summary>
    [JsonIgnore]
    public Phase Phase { get; init; }
}
