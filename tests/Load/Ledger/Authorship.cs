using Phase1.Demo.Client;
using Phase1.Demo.Ledger;
using Phase1.Demo.Steps;
using Phase1.Events;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.Servers.Suites;

namespace Phase1.Load.Ledger;

/// <summary>
/// Whether every essay of a class has its author: each begins with its author's name. Where an outage lasted past the deadline, which is a minute
/// here, the essay may be with the UNKNOWN student; another student's it never is.
/// </summary>
static class Authorship
{
    const string Nobody = "";

    const string SelectStudents = """
        select a.batch_id, a.file_name,
            case when a.decision = 'timeout_unknown' and s.is_placeholder then '' else coalesce(s.first_name || ' ' || s.last_name, 'none') end,
            concat_ws(', ', a.decision, a.no_match_reason)
        from associations a left join students s on s.student_id = a.decided_student_id
        """;

    internal static async Task<IEnumerable<Finding>> CheckAsync(
        RunningSuite suite,
        IReadOnlyCollection<DemoBatch> batches,
        CancellationToken cancellationToken
    )
    {
        var students = await WholeTables.RowsAsync(
            suite.Database(SuiteService.ClassManagement),
            SelectStudents,
            row => (Essay: (row.GetGuid(0), row.GetString(1)), Name: row.GetString(2), Decision: row.GetString(3)),
            cancellationToken
        );
        var decided = students.ToDictionary(row => row.Essay);
        return batches
            .Where(batch => batch.Kind == BatchKind.Regular)
            .SelectMany(batch => batch.Sample.Files.Select(file => (Key: (batch.BatchId, file.File), Author: ClassSamples.NameOf(file))))
            .Where(essay => decided.GetValueOrDefault(essay.Key).Name is var name && name != essay.Author && name != Nobody)
            .Select(essay => new Finding(
                $"{essay.Key.BatchId}, {essay.Key.File}: not with its author ({decided.GetValueOrDefault(essay.Key).Decision})",
                1,
                0
            ));
    }
}
