using Phase1.Demo.Steps;

namespace Phase1.Demo.Ledger;

/// <summary>What became of everything that a run has recorded, by plain SQL over the log and the services' tables.</summary>
/// <param name="Log">The records of the run.</param>
/// <param name="Services">The ledger of each service.</param>
/// <param name="Findings">Effects that are missing or doubled.</param>
sealed record RunLedger(IReadOnlyList<LoggedRecord> Log, IReadOnlyList<ServiceLine> Services, IReadOnlyList<Finding> Findings)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    internal int Lost => Services.Sum(line => line.Lost) + Findings.Sum(finding => finding.Lost);

    internal int Doubled => Findings.Sum(finding => finding.Doubled);

    bool IsQuiet => Services.All(line => line.Waiting == 0);

    /// <summary>Reads the ledger when everything has come to rest; what is still missing after a minute is lost.</summary>
    internal static async Task<RunLedger> SettleAsync(
        SuiteDatabases databases,
        Run run,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var ledger = await ReadAsync(databases, run, cancellationToken);
            if ((ledger.IsQuiet && ledger.Lost == 0) || clock.GetElapsedTime(began) > Longest)
            {
                return ledger;
            }
            await Task.Delay(Interval, clock, cancellationToken);
        }
    }

    static async Task<RunLedger> ReadAsync(SuiteDatabases databases, Run run, CancellationToken cancellationToken)
    {
        string[] keys = [.. run.Keys];
        var log = await LoggedRecord.OfRunAsync(databases, run, cancellationToken);
        var services = new List<ServiceLine>();
        foreach (var subscription in Subscription.All)
        {
            services.Add(await ServiceLine.ReadAsync(databases, subscription, log, keys, cancellationToken));
        }
        var findings = new List<Finding>();
        foreach (var batch in run.Batches)
        {
            findings.AddRange(Effects.Check(batch, log, await BatchTables.ReadAsync(databases, batch, cancellationToken)));
        }
        return new(log, services, findings);
    }
}
