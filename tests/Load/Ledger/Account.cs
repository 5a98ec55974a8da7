using Phase1.Demo.Client;
using Phase1.Demo.Ledger;
using Phase1.Demo.Steps;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Ledger;

/// <summary>The ledger of a run, counted from the tables and the log alone.</summary>
/// <param name="Lost">Records that a consumer has not applied or has dead-lettered, effects that are missing, and essays without their author.</param>
/// <param name="Duplicated">Effects that are there more than once.</param>
/// <param name="IllegalPaths">Batches whose history is no legal path.</param>
/// <param name="Finished">Batches that are ready.</param>
/// <param name="Findings">Each fault in a sentence.</param>
/// <param name="Log">Every record.</param>
sealed record Account(
    int Lost,
    int Duplicated,
    int IllegalPaths,
    int Finished,
    IReadOnlyList<string> Findings,
    IReadOnlyList<LoggedRecord> Log
)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until nothing is under way, then counts. After some minutes it counts in any case.</summary>
    internal static async Task<Account> TakeAsync(
        RunningSuite suite,
        IReadOnlyCollection<DemoBatch> batches,
        CancellationToken cancellationToken
    )
    {
        var restless = await SettleAsync(suite, cancellationToken);
        var log = await LoggedFacts.ReadAsync(suite.Log, cancellationToken);
        var tables = await WholeTables.ReadAsync(suite, cancellationToken);
        var facts = log.ToLookup(record => record.BatchId);
        var findings = restless.Select(sentence => new Finding(sentence, 1, 0)).ToList();
        foreach (var subscription in Subscription.All)
        {
            findings.AddRange(await AppliedAsync(suite, subscription, log, cancellationToken));
        }
        var held = batches.ToDictionary(batch => batch, tables.Of);
        findings.AddRange(held.SelectMany(of => Effects.Check(of.Key, [.. facts[of.Key.BatchId]], of.Value)));
        findings.AddRange(await Authorship.CheckAsync(suite, batches, cancellationToken));
        var paths = held.ToDictionary(of => of.Key, of => of.Value.History);
        var illegal = paths.Where(path => !path.Value.SequenceEqual(Statuses.LegalPath(path.Key.Kind))).ToList();
        return new(
            findings.Sum(finding => finding.Lost),
            findings.Sum(finding => finding.Doubled),
            illegal.Count,
            paths.Values.Count(path => path is [.., Statuses.Ready]),
            [
                .. findings.Select(finding => finding.Sentence),
                .. illegal.Select(path => $"{path.Key.BatchId} went {string.Join(" -> ", path.Value)}"),
            ],
            log
        );
    }

    // Nothing may be under way at two looks in a row: at one look a record may be between two services.
    static async Task<IReadOnlyList<string>> SettleAsync(RunningSuite suite, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var quiet = 0; ; )
        {
            var restless = await RestlessAsync(suite, cancellationToken);
            quiet = restless.Count == 0 ? quiet + 1 : 0;
            if (quiet == 2 || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                return restless;
            }
            await Task.Delay(Interval, TimeProvider.System, cancellationToken);
        }
    }

    static async Task<List<string>> RestlessAsync(RunningSuite suite, CancellationToken cancellationToken)
    {
        var restless = new List<string>();
        foreach (var subscription in Subscription.All)
        {
            var unread = await suite.Log.UnreadAsync(subscription.Service, [.. subscription.Topics], cancellationToken);
            var waiting = await WholeTables.RowsAsync(
                suite.Database(ServiceOf(subscription)),
                "select (select count(*) from outbox) + (select count(*) from held_messages)",
                row => row.GetInt64(0),
                cancellationToken
            );
            if (unread + waiting[0] > 0)
            {
                restless.Add($"{subscription.Service}: {unread} partitions unread, {waiting[0]} rows waiting");
            }
        }
        return restless;
    }

    /// <summary>Every record for a service is in its inbox, and none among the dead letters: all of them can be dealt with.</summary>
    static async Task<IEnumerable<Finding>> AppliedAsync(
        RunningSuite suite,
        Subscription subscription,
        IReadOnlyList<LoggedRecord> log,
        CancellationToken cancellationToken
    )
    {
        var told = log.Where(record => subscription.Topics.Contains(record.Topic)).Select(record => record.EventId).ToHashSet();
        var database = suite.Database(ServiceOf(subscription));
        var inbox = await WholeTables.RowsAsync(database, "select event_id from inbox", row => row.GetGuid(0), cancellationToken);
        var dead = await WholeTables.RowsAsync(
            database,
            "select reason_code || ': ' || reason from dead_letters",
            row => row.GetString(0),
            cancellationToken
        );
        return new[]
        {
            Finding.Of($"{subscription.Service}, records dealt with", told.Count, told.Intersect(inbox).Count()),
            dead.Count == 0
                ? null
                : new Finding($"{subscription.Service}, dead letters: {string.Join("; ", dead.Distinct())}", dead.Count, 0),
        }.OfType<Finding>();
    }

    static SuiteService ServiceOf(Subscription subscription) =>
        SuiteServices.All.Single(service => service.ShortName() == subscription.Database);
}
