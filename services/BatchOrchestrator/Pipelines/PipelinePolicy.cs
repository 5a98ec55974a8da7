using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Whether a pipeline request may start a run; the machine says what the status alone forbids.</summary>
sealed class PipelinePolicy(PipelineCatalogue catalogue, RateLimitOptions limits, IBatchRecords records)
{
    public async Task<PipelineVerdict> JudgeAsync(
        BatchState batch,
        RequestPipeline request,
        DenialReason? ofStatus,
        CancellationToken cancellationToken
    )
    {
        if (request.UserId != batch.UserId)
        {
            return new DeniedRun(DenialReason.NotOwner);
        }
        if (await records.RunAsync(batch.CorrelationId, request.ClientCorrelationId, cancellationToken) is { } earlier)
        {
            return new RepeatedRun(earlier);
        }
        if (catalogue.Find(request.RequestedPipeline) is not { } phases)
        {
            return new DeniedRun(DenialReason.UnknownPipeline);
        }
        var denial =
            ofStatus
            ?? OfEssays(await records.EssaysAsync(batch.CorrelationId, cancellationToken))
            ?? await OfRateAsync(request.UserId, cancellationToken);
        return denial is { } reason ? new DeniedRun(reason) : new GrantedRun(phases);
    }

    static DenialReason? OfEssays(IReadOnlyList<BatchEssay> essays) =>
        !essays.Any(essay => essay.Stored) ? DenialReason.NoEssaysStored
        : essays.Any(essay => essay is { HasText: true, Excluded: false, Stored: false }) ? DenialReason.BatchNotReady
        : null;

    async Task<DenialReason?> OfRateAsync(string userId, CancellationToken cancellationToken) =>
        await records.CountRunsAsync(userId, records.Now.AddMinutes(-1), cancellationToken) >= limits.PipelinesPerMinute
            ? DenialReason.RateLimitExceeded
            : null;
}
