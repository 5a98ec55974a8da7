namespace Phase1.Events;

/// <summary>Why a service may not erase a student yet.</summary>
public sealed record Blocker
{
    /// <summary>A stable code in capitals.</summary>
    public required string Code { get; init; }

    /// <summary>When it will be over, UTC; null where nobody knows.</summary>
    public DateTimeOffset? Until { get; init; }
}
