namespace Phase1.Events;

/// <summary>A class was changed (record 17).</summary>
public sealed record ClassUpdated : IFact
{
    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The class's name.</summary>
    public string? ClassDesignation { get; init; }

    /// <summary>Its courses.</summary>
    public required IReadOnlyList<CourseCode> CourseCodes { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>Raised by every change of the class or its students.</summary>
    public required long RosterVersion { get; init; }

    string IFact.PartitionKey => ClassId.ToString();
}
