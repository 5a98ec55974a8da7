using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The command to match a batch's essays with its class (record 8).</summary>
public sealed record InitiateStudentMatching : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    [JsonPropertyName("entity_id")]
    public required Guid BatchId { get; init; }

    /// <summary>The essays.</summary>
    public required IReadOnlyList<EssayRef> EssaysToProcess { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }
}
