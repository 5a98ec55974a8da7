using Phase1.Events;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>The answer to a pipeline request.</summary>
abstract record PipelineVerdict;

/// <summary>The run may start.</summary>
sealed record GrantedRun(IReadOnlyList<Phase> Phases) : PipelineVerdict;

/// <summary>The request had been made before: its run is the answer.</summary>
sealed record RepeatedRun(PipelineRun Run) : PipelineVerdict;

/// <summary>The request is denied.</summary>
sealed record DeniedRun(DenialReason Reason) : PipelineVerdict;

/// <summary>Carries the answer from the machine to the HTTP request that waits for it.</summary>
sealed class PipelineAnswer
{
    public PipelineRun? Run { get; set; }
    public DenialReason? Denial { get; set; }
}
