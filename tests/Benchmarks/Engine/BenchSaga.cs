using MassTransit;

namespace Phase1.Benchmarks.Engine;

/// <summary>The saga that is measured: it counts.</summary>
sealed class BenchSaga : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }
    public int Version { get; set; }
    public string CurrentState { get; set; } = "";
    public int Files { get; set; }
    public DateTimeOffset LastAt { get; set; }
}
