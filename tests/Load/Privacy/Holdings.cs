using System.Text;
using Phase1.Events;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Load.Privacy;

/// <summary>What lies in the databases and on the log, past the services.</summary>
sealed class Holdings(RunningSuite suite)
{
    // Tickets keeps what proves the erasure, the Portal no student.
    static readonly SuiteService[] Holders =
    [
        .. SuiteServices.All.Where(service => service is not (SuiteService.Tickets or SuiteService.Portal)),
    ];

    // Of a class and a set it is counted that something has changed.
    static readonly string[] Versions = ["classes", "association_sets"];

    /// <summary>Every row of every service.</summary>
    internal async Task<IReadOnlyList<TableSnapshot>> RowsAsync()
    {
        List<TableSnapshot> rows = [];
        foreach (var holder in Holders)
        {
            rows.Add(await TableSnapshot.TakeAsync(suite.Database(holder)));
        }
        return rows;
    }

    /// <summary>How many rows that none of the marks stands in are not as they were.</summary>
    internal static int ChangedOfOthers(
        IReadOnlyList<TableSnapshot> before,
        IReadOnlyList<TableSnapshot> after,
        IReadOnlyCollection<string> marks
    ) =>
        before
            .Zip(after)
            .SelectMany(pair => pair.First.ChangedIn(pair.Second))
            .Count(changed => !Versions.Contains(changed.Table) && !marks.Any(mark => TableSnapshot.Holds(changed.Row, mark)));

    /// <summary>How many tickets people have opened, whatever was killed meanwhile.</summary>
    internal async Task<int> RequestsAsync(CancellationToken cancellationToken)
    {
        await using var command = suite
            .Database(SuiteService.Tickets)
            .CreateCommand("select count(*)::int from tickets where sop like 'DSAR%'");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The records of the log, and the last lines that the services have written, with a text in them.</summary>
    internal async Task<int> ToldAsync(string text, CancellationToken cancellationToken)
    {
        var records = await suite.Log.ReadAsync([.. Topics.All], cancellationToken);
        return records.Count(record => Holds(Encoding.UTF8.GetString(record.Body.Span), text))
            + suite.Processes.SelectMany(process => process.Words.Split('\n')).Count(line => Holds(line, text));
    }

    static bool Holds(string told, string text) => told.Contains(text, StringComparison.OrdinalIgnoreCase);
}
