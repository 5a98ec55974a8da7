using Phase1.Demo;
using Phase1.Load.Harms;
using Phase1.Load.Ledger;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Torture;

/// <summary>
/// Two processes of every service work for teachers who hand in batches, while processes are killed, PostgreSQL crashes and the broker fails; at
/// the end the ledger must balance. An unexpected answer ends the run early; the ledger is counted then too.
/// </summary>
sealed class TortureRun(TortureOptions options, Action<string> tell, TimeProvider clock)
{
    const int Teachers = 12;
    const int Essays = 3;
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // Deadlines pass while the run lasts, and nobody waits long for what has come back.
    static readonly Dictionary<string, string?> Settings = new()
    {
        ["Associations__Timeout"] = "00:01:00",
        ["Associations__MonitorInterval"] = "00:00:01",
        ["Messaging__ShortestBackOff"] = "00:00:00.200",
        ["Messaging__LongestBackOff"] = "00:00:02",
        ["Messaging__StillTransactionTimeout"] = "00:00:10",
        ["Kafka__SessionTimeout"] = "00:00:06",
        ["Kafka__PublishTimeout"] = "00:00:05",
    };

    internal async Task<TortureResult> RunAsync(CancellationToken cancellationToken)
    {
        tell($"seed {options.Seed}; {options.Batches} batches, {options.Kills} kills, {options.DatabaseOutages} outages of PostgreSQL");
        await using var broker = options.Kafka ? await KafkaBroker.StartMeasuredAsync() : null;
        await using var suite = await RunningSuite.StartAsync(broker, instances: 2, Settings, cancellationToken);
        tell($"{suite.Processes.Count} processes are ready");
        using var samples = new ClassSamples(Essays);
        var school = new School(samples, clock);
        var misfortune = Plan(suite, broker, school);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] both =
        [
            misfortune.StrikeAsync(() => (double)school.Finished / options.Batches, either.Token),
            school.TeachAsync(suite.BasePorts, Teachers, begun => begun < options.Batches || !misfortune.IsOver, either.Token),
        ];
        using var progress = clock.CreateTimer(_ => tell(Progress(school)), null, Interval, Interval);
        var first = await Task.WhenAny(both);
        if (!first.IsCompletedSuccessfully)
        {
            await either.CancelAsync();
        }
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var failure = both.Prepend(first).Select(task => task.Exception?.InnerException).FirstOrDefault(error => error is not null);
        Show(suite, failure);
        return await CountAsync(suite, school, misfortune, failure?.Message, cancellationToken);
    }

    /// <summary>What ended the run early, and what the services have to say about it.</summary>
    void Show(RunningSuite suite, Exception? failure)
    {
        if (failure is null)
        {
            return;
        }
        tell($"the run ends here: {failure.Message}");
        foreach (var line in failure is DemoException { CorrelationId: { } id } ? suite.WordsAbout(id) : [])
        {
            tell(line);
        }
    }

    static string Progress(School school) => $"{school.Finished} of {school.Batches.Count} batches ready";

    Misfortune Plan(RunningSuite suite, KafkaBroker? broker, School school)
    {
        var misfortune = new Misfortune(options.Seed, what => tell($"{Progress(school)}; {what}"), clock);
        misfortune.Plan(new ServiceKill(suite), options.Kills);
        misfortune.Plan(new DatabaseOutage(suite.Server, clock), options.DatabaseOutages);
        if (broker is not null)
        {
            misfortune.Plan(new BrokerOutage(broker, clock), options.BrokerOutages);
        }
        return misfortune;
    }

    async Task<TortureResult> CountAsync(
        RunningSuite suite,
        School school,
        Misfortune misfortune,
        string? failure,
        CancellationToken cancellationToken
    )
    {
        tell($"{Progress(school)}; counting");
        var account = await Account.TakeAsync(suite, school.Batches, cancellationToken);
        foreach (var finding in account.Findings)
        {
            tell(finding);
        }
        return new(
            misfortune.Happened<ServiceKill>(),
            misfortune.Happened<BrokerOutage>(),
            misfortune.Happened<DatabaseOutage>(),
            school.Batches.Count,
            account.Finished,
            account.Lost,
            account.Duplicated,
            account.IllegalPaths,
            Stalls.Longest(misfortune.Behind, account.Log),
            failure
        );
    }
}
