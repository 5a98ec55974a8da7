using Phase1.Demo.Client;
using Phase1.Demo.Ledger;
using Phase1.Demo.Steps;
using Phase1.Events;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;

namespace Phase1.Load.Ledger;

/// <summary>Whether every essay of a class has its author: each begins with its author's name, and so is nobody else's, and nobody's neither.</summary>
static class Authorship
{
    const string SelectPupils = """
        select a.batch_id, a.file_name, s.first_name || ' ' || s.last_name
        from associations a join students s on s.student_id = a.decided_student_id
        """;

    internal static async Task<IEnumerable<Finding>> CheckAsync(
        RunningSuite suite,
        IReadOnlyCollection<DemoBatch> batches,
        CancellationToken cancellationToken
    )
    {
        var pupils = await WholeTables.RowsAsync(
            suite.Database(SuiteService.ClassManagement),
            SelectPupils,
            row => (Batch: row.GetGuid(0), File: row.GetString(1), Name: row.GetString(2)),
            cancellationToken
        );
        var decided = pupils.ToHashSet();
        return batches
            .Where(batch => batch.Kind == BatchKind.Regular)
            .SelectMany(batch => batch.Sample.Files.Select(file => (batch.BatchId, file.File, ClassSamples.NameOf(file))))
            .Where(essay => !decided.Contains(essay))
            .Select(essay => new Finding($"{essay.BatchId}, {essay.File}: not with its author", 1, 0));
    }
}
