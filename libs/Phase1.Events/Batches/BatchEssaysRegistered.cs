using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>A batch was registered, with its slots (record 1).</summary>
public sealed record BatchEssaysRegistered : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    [JsonPropertyName("entity_id")]
    public required Guid BatchId { get; init; }

    /// <summary>How many essays are announced, 1..max.</summary>
    public required int ExpectedEssayCount { get; init; }

    /// <summary>The slots in order: as many as expected, distinct.</summary>
    public required IReadOnlyList<Guid> EssayIds { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>The owner's organisation.</summary>
    public string? OrgId { get; init; }

    /// <summary>The class; its presence makes the batch REGULAR.</summary>
    public Guid? ClassId { get; init; }

    /// <summary>Reference to the task that the students were given: an object.</summary>
    public JsonElement? StudentPromptRef { get; init; }
}
