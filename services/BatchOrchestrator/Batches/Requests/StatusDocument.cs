using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>Where a batch stands, as its owner sees it: all of it BOS's own knowledge.</summary>
record StatusDocument(
    Guid BatchId,
    BatchStatus Status,
    BatchClientStatus ClientStatus,
    BatchKind ClassType,
    Guid? ClassId,
    CourseCode CourseCode,
    EssayCounts Counts,
    DateTimeOffset StatusSince,
    DateTimeOffset? StuckSince,
    RunSummary? Pipeline,
    int Version,
    Guid CorrelationId,
    DateTimeOffset CreatedAt,
    string? AssignmentId
)
{
    /// <summary>Completes batches to documents, in their order, with one query for the essays and one for the runs.</summary>
    internal static async Task<IReadOnlyList<StatusDocument>> OfAsync(
        BatchDbContext db,
        IReadOnlyList<BatchState> batches,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. batches.Select(batch => batch.CorrelationId)];
        var essays = await db
            .BatchEssays.Where(essay => ids.Contains(essay.BatchId))
            .GroupBy(essay => essay.BatchId)
            .Select(group => new
            {
                group.Key,
                Stored = group.Count(essay => essay.Stored),
                Decided = group.Count(essay => essay.DecidedAt != null),
            })
            .ToDictionaryAsync(group => group.Key, cancellationToken);
        var runs = await db.PipelineRuns.AsNoTracking().Where(run => ids.Contains(run.BatchId)).ToListAsync(cancellationToken);
        var latest = runs.GroupBy(run => run.BatchId).ToDictionary(group => group.Key, group => group.MaxBy(run => run.RequestedAt));
        return
        [
            .. batches.Select(batch =>
            {
                var counted = essays.GetValueOrDefault(batch.CorrelationId);
                return Of(batch, counted?.Stored ?? 0, counted?.Decided ?? 0, latest.GetValueOrDefault(batch.CorrelationId));
            }),
        ];
    }

    static StatusDocument Of(BatchState batch, int stored, int decided, PipelineRun? run) =>
        new(
            batch.CorrelationId,
            batch.Status,
            batch.Status.ToClient(),
            batch.ClassType,
            batch.ClassId,
            batch.CourseCode,
            new(batch.ExpectedEssayCount, batch.ProvisionedCount, batch.FailedCount, stored, decided),
            batch.StatusSince,
            batch.StuckSince,
            run is null ? null : RunSummary.Of(run),
            batch.Version,
            batch.ChainId,
            batch.CreatedAt,
            batch.AssignmentId
        );
}

/// <summary>How many essays came how far; provisioned and failed are known once the content is complete.</summary>
sealed record EssayCounts(int Expected, int? Provisioned, int? Failed, int Stored, int Decided);

/// <summary>The latest pipeline run of a batch.</summary>
sealed record RunSummary(
    Guid RunId,
    string RequestedPipeline,
    IReadOnlyList<Phase> Phases,
    Phase? CurrentPhase,
    RunState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? ParkedSince = null,
    string? ParkedReason = null,
    DateTimeOffset? ParkedUntil = null
)
{
    internal static RunSummary Of(PipelineRun run) =>
        new(
            run.RunId,
            run.RequestedPipeline,
            [.. run.Phases.Select(progress => progress.Phase)],
            run.CurrentPhase,
            run.State,
            run.RequestedAt,
            run.FinishedAt,
            run.ParkedSince,
            run.ParkedReason,
            run.ParkedSince is null ? null : run.ParkedUntil
        );
}
