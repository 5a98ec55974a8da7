using Phase1.Demo.Client;
using Phase1.Events;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Steps;

/// <summary>Asks the suite what became of a batch.</summary>
static class Summary
{
    internal static async Task<(BatchResult Result, IReadOnlyList<HistoryStep> History)> OfAsync(
        SuiteClient suite,
        DemoBatch batch,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var history = await suite.GetAsync<List<HistoryStep>>(
            SuiteService.BatchOrchestrator,
            $"/v1/batches/{batch.BatchId}/history",
            batch.Chain,
            cancellationToken
        );
        var uploads = await suite.GetAsync<Uploads>(
            SuiteService.FileIntake,
            $"/v1/files/batch/{batch.BatchId}/state",
            batch.Chain,
            cancellationToken
        );
        var rows = batch.Kind == BatchKind.Regular ? await RowsAsync(suite, batch, cancellationToken) : [];
        var seconds = clock.GetElapsedTime(batch.Began, batch.Ended ?? clock.GetTimestamp()).TotalSeconds;
        return (
            new(
                batch.BatchId,
                batch.Sample.Kind,
                batch.Sample.CourseCode,
                [.. history.OrderBy(step => step.Seq).Select(step => step.To)],
                uploads.Items.Count(upload => upload.State == "provisioned"),
                rows.Count(row => row.Decision is "accepted" or "chosen"),
                rows.Count(row => row.Decision is "timeout_suggested"),
                rows.Count(row => row.Decision is "unknown" or "timeout_unknown"),
                rows.Count(row => row.Decision is "excluded"),
                Math.Round(seconds, 1)
            ),
            history
        );
    }

    static async Task<IReadOnlyList<Association>> RowsAsync(SuiteClient suite, DemoBatch batch, CancellationToken cancellationToken)
    {
        var path = $"/v1/batches/{batch.BatchId}/student-associations";
        return (await suite.GetAsync<AssociationList>(SuiteService.ClassManagement, path, batch.Chain, cancellationToken)).Associations;
    }
}
