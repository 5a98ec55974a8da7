using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Phase1.Benchmarks.Matching.Corpus;
using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching;

/// <summary>One batch of thirty essays, as BenchmarkDotNet measures it: time and allocated memory an essay.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class BatchBenchmark
{
    readonly BatchMatcher _matcher = new(new MatchingThresholds());
    readonly IReadOnlyList<RosterStudent> _roster;
    readonly EssayText[] _essays;

    public BatchBenchmark()
    {
        var made = CorpusFamily.Development.Classes(1).Single();
        _roster = made.Roster;
        _essays = [.. made.Essays.Select(essay => essay.Essay)];
    }

    [Benchmark]
    public int Match() => _matcher.Match(_roster, _essays).Essays.Count;

    /// <summary>Microseconds and kilobytes an essay.</summary>
    internal static (double Microseconds, double Kilobytes) Measure()
    {
        var job = Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance);
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(job)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultConfig.Instance.GetColumnProviders().ToArray())
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "phase1-benchmarks"));
        var report = BenchmarkRunner.Run<BatchBenchmark>(config).Reports.Single();
        var count = (double)new BatchBenchmark()._essays.Length;
        return (
            report.ResultStatistics!.Mean / 1_000 / count,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)!.Value / 1_024.0 / count
        );
    }
}
