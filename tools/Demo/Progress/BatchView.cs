using Phase1.Demo.Client;
using Phase1.Demo.Steps;
using Phase1.Events;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Progress;

/// <summary>What the services say about a batch at one moment.</summary>
/// <param name="Status">BOS's word.</param>
/// <param name="Uploads">File Intake's, while texts arrive.</param>
/// <param name="Associations">CMS's, while authors are decided; null before it has opened the set.</param>
sealed record BatchView(BatchStatusDocument Status, IReadOnlyList<Upload> Uploads, AssociationList? Associations)
{
    internal static string AwaitingSuggestions { get; } = WireEnum.Name(NoMatchReason.AwaitingSuggestions);

    /// <summary>Whether the teacher can see proposals.</summary>
    internal bool HasSuggestions =>
        Associations is { Associations.Count: > 0 } list && !list.Associations.All(row => row.NoMatchReason == AwaitingSuggestions);

    internal bool IsReady => Status.Status == Statuses.Ready;

    internal static async Task<BatchView> LookAsync(SuiteClient suite, DemoBatch batch, CancellationToken cancellationToken)
    {
        var id = batch.BatchId;
        var status = await suite.GetAsync<BatchStatusDocument>(
            SuiteService.BatchOrchestrator,
            $"/v1/batches/{id}/status",
            batch.Chain,
            cancellationToken
        );
        var uploads =
            status.Status == Statuses.AwaitingContent
                ? await suite.GetAsync<Uploads>(SuiteService.FileIntake, $"/v1/files/batch/{id}/state", batch.Chain, cancellationToken)
                : new Uploads([]);
        var associations =
            status.Status == Statuses.AwaitingStudents
                ? await suite.FindAsync<AssociationList>(
                    SuiteService.ClassManagement,
                    $"/v1/batches/{id}/student-associations",
                    batch.Chain,
                    cancellationToken
                )
                : null;
        return new(status, uploads.Items, associations);
    }
}
