using Phase1.Demo.Client;
using Phase1.Demo.Steps;
using Phase1.Load.Ledger;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Pipeline;

/// <summary>
/// Whole REGULAR batches of 30 essays from registration to ready, through all services as processes of their own: every file is uploaded over HTTP,
/// every suggestion accepted over HTTP. The account must balance in the end, or there are no figures.
/// </summary>
sealed class PipelineBenchmark(PipelineOptions options, Action<string> tell, TimeProvider clock)
{
    const int Essays = 30;
    const int Alone = 25;

    // Each teacher has one batch under way.
    const int Teachers = 24;

    static readonly Dictionary<string, string?> NoSettings = [];

    internal async Task<PipelineFigures> RunAsync(CancellationToken cancellationToken)
    {
        await using var broker = options.Kafka ? await KafkaBroker.StartMeasuredAsync() : null;
        var launched = clock.GetTimestamp();
        await using var suite = await RunningSuite.StartAsync(broker, options.Instances, NoSettings, cancellationToken);
        var ready = clock.GetTimestamp();
        tell($"{suite.Processes.Count} processes are ready");
        using var samples = new ClassSamples(Essays);
        await using (var first = await Classrooms.OpenAsync(suite, samples, teachers: 1, clock, cancellationToken))
        {
            await first.TeachAsync(1, cancellationToken);
        }
        var start = new StartTimes(clock.GetElapsedTime(launched, ready), clock.GetElapsedTime(ready));
        await using var classrooms = await Classrooms.OpenAsync(suite, samples, Teachers, clock, cancellationToken);
        tell($"{Teachers} classes of {Essays} students are entered; {options.WarmUp} batches to warm up");
        await classrooms.TeachAsync(options.WarmUp, cancellationToken);
        tell($"{options.Batches} batches are measured");
        await using var work = await WorkMeter.StartAsync(suite, cancellationToken);
        var meter = ProcessorMeter.Start(suite, broker);
        var began = clock.GetTimestamp();
        var batches = await classrooms.TeachAsync(options.Batches, cancellationToken);
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var processors = meter.MillisecondsABatch(batches.Count);
        var done = await work.ReadAsync(batches.Count, cancellationToken);
        tell($"{Alone} batches, each alone");
        var alone = await classrooms.TeachAloneAsync(Alone, clock, cancellationToken);
        var account = await Account.TakeAsync(suite, batches, cancellationToken);
        return account is { Lost: 0, Duplicated: 0, IllegalPaths: 0 }
            ? Figures(account, batches, seconds, processors, done, Percentiles.Of(alone).P50Ms, start)
            : throw new InvalidOperationException($"The account does not balance: {string.Join("; ", account.Findings)}");
    }

    PipelineFigures Figures(
        Account account,
        IReadOnlyCollection<DemoBatch> batches,
        double seconds,
        IReadOnlyDictionary<string, double> processors,
        WorkFigures work,
        double loneBatch,
        StartTimes start
    )
    {
        var ids = batches.Select(batch => batch.BatchId).ToHashSet();
        var ways = account
            .Log.Where(record => record.BatchId is { } id && ids.Contains(id))
            .GroupBy(record => record.BatchId)
            .Select(facts => facts.ToLookup(record => record.Topic))
            .ToList();
        var whole = Percentiles.Of(ways.Select(Hop.Whole.Milliseconds));
        return new(
            Math.Round(batches.Count / seconds, 1),
            Math.Round(batches.Count * Essays / seconds),
            whole.P50Ms,
            whole.P99Ms,
            Hop.All.ToDictionary(hop => hop.Name, hop => Percentiles.Of(ways.Select(hop.Milliseconds))),
            processors,
            work.Statements,
            work.Commits,
            work.Requests,
            loneBatch,
            Math.Round(start.Ready.TotalSeconds, 1),
            Math.Round(start.FirstBatch.TotalSeconds, 1),
            work.ByStatement,
            options.Kafka ? "kafka" : "postgres",
            options.Instances,
            batches.Count,
            Teachers
        );
    }

    readonly record struct StartTimes(TimeSpan Ready, TimeSpan FirstBatch);
}
