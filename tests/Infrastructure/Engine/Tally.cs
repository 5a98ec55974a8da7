using MassTransit;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>The engine's test saga: counts the files of a batch, with a column of every kind that services use.</summary>
public sealed class Tally : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    public int Files { get; set; }

    public Guid? LastUpload { get; set; }

    public TallyMood? Mood { get; set; }

    public decimal? Score { get; set; }

    public string? Details { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset? TouchedAt { get; set; }

    public bool Closed { get; set; }
}

/// <summary>Stored by its name.</summary>
public enum TallyMood
{
    Calm,
    Busy,
}
