using Phase1.Demo.Steps;
using Phase1.Events;

namespace Phase1.Demo.Ledger;

/// <summary>What the services' own tables hold about a batch.</summary>
/// <param name="Uploads">Files that File Intake has taken.</param>
/// <param name="Texts">Those of them that could be read.</param>
/// <param name="History">The statuses of BOS's history, in order.</param>
/// <param name="DifferentLinks">Essays that do not have the same student in CMS and in ELS.</param>
/// <param name="ByDeadline">Whether CMS says that the deadline has released it.</param>
sealed record BatchTables(int Uploads, int Texts, IReadOnlyList<string> History, int DifferentLinks, bool ByDeadline)
{
    // Every file with its state.
    const string SelectUploads = "select state from file_uploads where batch_id = $1";

    // Every step in order.
    const string SelectHistory = "select to_status from batch_status_history where batch_id = $1 order by seq";

    // Who released it: the teacher or the deadline.
    const string SelectRelease = "select release_kind from association_sets where batch_id = $1 and release_kind is not null";

    // The student of every text, as the teacher or the deadline decided it; null for an excluded one.
    const string SelectDecided = "select essay_id, decided_student_id from associations where batch_id = $1";

    // The student of every text, as the pipeline will see it; slots without a text are not matched.
    const string SelectLinked =
        "select essay_id, student_id from essays where batch_id = $1 and status in ('ready_for_processing', 'excluded')";

    internal static async Task<BatchTables> ReadAsync(SuiteDatabases databases, DemoBatch batch, CancellationToken cancellationToken)
    {
        var id = batch.BatchId;
        var uploads = await Sql.ReadAsync(databases.FileIntake, SelectUploads, row => row.GetString(0), cancellationToken, id);
        var history = await Sql.ReadAsync(databases.BatchOrchestrator, SelectHistory, row => row.GetString(0), cancellationToken, id);
        var decided = await LinksAsync(databases.ClassManagement, SelectDecided);
        var linked = await LinksAsync(databases.EssayLifecycle, SelectLinked);
        var released = await Sql.ReadAsync(databases.ClassManagement, SelectRelease, row => row.GetString(0), cancellationToken, id);
        return new(
            uploads.Count,
            uploads.Count(state => state == "provisioned"),
            history,
            Different(batch.Kind, decided, linked),
            released.Contains("timeout")
        );

        async Task<Dictionary<Guid, Guid?>> LinksAsync(Npgsql.NpgsqlDataSource database, string query) =>
            (
                await Sql.ReadAsync(database, query, row => (Essay: row.GetGuid(0), Student: row.Value<Guid>(1)), cancellationToken, id)
            ).ToDictionary(row => row.Essay, row => row.Student);
    }

    /// <summary>How many essays do not have the same student in both services; a GUEST batch has none in either.</summary>
    internal static int Different(BatchKind kind, Dictionary<Guid, Guid?> decided, Dictionary<Guid, Guid?> linked)
    {
        return kind == BatchKind.Guest
            ? decided.Count + linked.Values.Count(student => student is not null)
            : decided.Keys.Union(linked.Keys).Count(essay => !Same(essay));

        bool Same(Guid essay) => decided.TryGetValue(essay, out var here) && linked.TryGetValue(essay, out var there) && here == there;
    }
}
