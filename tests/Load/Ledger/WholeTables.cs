using Npgsql;
using Phase1.Demo.Client;
using Phase1.Demo.Ledger;
using Phase1.Demo.Steps;
using Phase1.Events;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Ledger;

/// <summary>What the services' tables hold, read once for all batches.</summary>
sealed class WholeTables
{
    const string SelectUploads = "select batch_id, state from file_uploads";
    const string SelectHistory = "select batch_id, to_status from batch_status_history order by batch_id, seq";
    const string SelectReleases = "select batch_id, release_kind from association_sets where release_kind = 'timeout'";
    const string SelectDecided = "select batch_id, essay_id, decided_student_id from associations";
    const string SelectLinked = "select batch_id, essay_id, student_id from essays where status in ('ready_for_processing', 'excluded')";

    ILookup<Guid, string> _uploads = null!;
    ILookup<Guid, string> _history = null!;
    ILookup<Guid, string> _byDeadline = null!;
    ILookup<Guid, Link> _decided = null!;
    ILookup<Guid, Link> _linked = null!;

    internal static async Task<WholeTables> ReadAsync(RunningSuite suite, CancellationToken cancellationToken) =>
        new()
        {
            _uploads = await WordsAsync(suite.Database(SuiteService.FileIntake), SelectUploads, cancellationToken),
            _history = await WordsAsync(suite.Database(SuiteService.BatchOrchestrator), SelectHistory, cancellationToken),
            _byDeadline = await WordsAsync(suite.Database(SuiteService.ClassManagement), SelectReleases, cancellationToken),
            _decided = await LinksAsync(suite.Database(SuiteService.ClassManagement), SelectDecided, cancellationToken),
            _linked = await LinksAsync(suite.Database(SuiteService.EssayLifecycle), SelectLinked, cancellationToken),
        };

    internal BatchTables Of(DemoBatch batch)
    {
        var id = batch.BatchId;
        var decided = _decided[id].ToDictionary(link => link.Essay, link => link.Student);
        var linked = _linked[id].ToDictionary(link => link.Essay, link => link.Student);
        return new(
            _uploads[id].Count(),
            _uploads[id].Count(state => state == "provisioned"),
            [.. _history[id]],
            BatchTables.Different(batch.Kind, decided, linked),
            _byDeadline[id].Any()
        );
    }

    static async Task<ILookup<Guid, string>> WordsAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken) =>
        (await RowsAsync(database, sql, row => (Batch: row.GetGuid(0), Word: row.GetString(1)), cancellationToken)).ToLookup(
            row => row.Batch,
            row => row.Word
        );

    static async Task<ILookup<Guid, Link>> LinksAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken) =>
        (
            await RowsAsync(
                database,
                sql,
                row => (Batch: row.GetGuid(0), Link: new Link(row.GetGuid(1), row.Value<Guid>(2))),
                cancellationToken
            )
        ).ToLookup(row => row.Batch, row => row.Link);

    internal static async Task<List<T>> RowsAsync<T>(
        NpgsqlDataSource database,
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }
        return rows;
    }

    sealed record Link(Guid Essay, Guid? Student);
}
