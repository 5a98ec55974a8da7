using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

/// <summary>One transition: what leads to it, what takes it, which tables it writes, and what must be there once it has been taken.</summary>
sealed record FaultStep(
    string Name,
    BatchKind Kind,
    string[] Tables,
    Func<NeighbourFacts, IFact[]> Before,
    Func<NeighbourFacts, IFact> Fact
)
{
    static readonly string[] Status = ["inbox", "batches", "batch_status_history", "outbox"];

    public required string[] Path { get; init; }

    public required string Essays { get; init; }

    public int Parked { get; init; }

    public static IReadOnlyList<FaultStep> All { get; } =
    [
        new("content", BatchKind.Regular, [.. Status, "batch_essays"], _ => [], batch => batch.Completed())
        {
            Path = ["awaiting_content_validation", "awaiting_student_validation"],
            Essays = "0 stored, 0 decided",
        },
        new("guest content", BatchKind.Guest, [.. Status, "batch_essays"], _ => [], batch => batch.Completed())
        {
            Path = ["awaiting_content_validation", "ready_for_pipeline_execution"],
            Essays = "3 stored, 0 decided",
        },
        new("parking", BatchKind.Regular, ["inbox", "parked_facts"], _ => [], batch => batch.Confirmed())
        {
            Path = ["awaiting_content_validation"],
            Essays = "0 stored, 0 decided",
            Parked = 1,
        },
        // The release waits parked, so that this one confirmation makes two transitions.
        new(
            "confirmation",
            BatchKind.Regular,
            [.. Status, "batch_essays", "parked_facts"],
            batch => [batch.Completed(), batch.Ready()],
            batch => batch.Confirmed()
        )
        {
            Path = ValidationFlowTests.RegularPath,
            Essays = "3 stored, 3 decided",
        },
        new(
            "ready",
            BatchKind.Regular,
            [.. Status, "batch_essays"],
            batch => [batch.Completed(), batch.Confirmed()],
            batch => batch.Ready()
        )
        {
            Path = ValidationFlowTests.RegularPath,
            Essays = "3 stored, 3 decided",
        },
        // The end of the batch drops what is parked.
        new(
            "critical errors",
            BatchKind.Regular,
            [.. Status, "parked_facts"],
            batch => [batch.Confirmed()],
            batch => batch.Errors(critical: true)
        )
        {
            Path = ["awaiting_content_validation", "failed_critically"],
            Essays = "0 stored, 0 decided",
        },
        new("pipeline request", BatchKind.Guest, [.. Status, "pipeline_runs"], batch => [batch.Completed()], batch => batch.Request())
        {
            Path = ["awaiting_content_validation", "ready_for_pipeline_execution", "processing_pipelines"],
            Essays = "3 stored, 0 decided",
        },
        new(
            "first phase of two",
            BatchKind.Guest,
            ["inbox", "pipeline_runs", "outbox"],
            batch => [batch.Completed(), batch.Request("analysis")],
            batch => batch.Ended()
        )
        {
            Path = ["awaiting_content_validation", "ready_for_pipeline_execution", "processing_pipelines"],
            Essays = "3 stored, 0 decided",
        },
        new(
            "last phase",
            BatchKind.Guest,
            [.. Status, "pipeline_runs"],
            batch => [batch.Completed(), batch.Request()],
            batch => batch.Ended()
        )
        {
            Path = ["awaiting_content_validation", "ready_for_pipeline_execution", "processing_pipelines", "completed_successfully"],
            Essays = "3 stored, 0 decided",
        },
    ];
}
