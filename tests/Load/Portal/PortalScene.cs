using System.Text.RegularExpressions;
using Phase1.Demo.Client;
using Phase1.Demo.Steps;
using Phase1.Load.Pipeline;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.Servers.Suites;

namespace Phase1.Load.Portal;

/// <summary>What there is to look at: a teacher with three classes, and a batch that waits for decisions.</summary>
sealed partial class PortalScene
{
    internal const string Teacher = "bench-teacher";

    const int Classes = 3;
    const int FilesPerRequest = 100;

    PortalScene(Guid batchId) => BatchId = batchId;

    internal Guid BatchId { get; }

    internal string BatchPage => $"/batches/{BatchId}";

    internal string Board => $"{BatchPage}/review?show=all";

    internal static async Task<PortalScene> PrepareAsync(
        RunningSuite suite,
        int essays,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var samples = new ClassSamples(essays);
        using var client = new SuiteClient(suite.BasePorts[0], Teacher, new Patience(clock), pace: null);
        DemoClass? made = null;
        for (var i = 1; i <= Classes; i++)
        {
            var sample = samples.Data.Class with { Name = $"Class {i}", Students = [.. samples.Data.Class.Students.Take(35)] };
            made = await new MakeClass(client, sample, Guid.CreateVersion7(clock.GetUtcNow())).RunAsync(cancellationToken);
        }
        var batch = await RegisterBatch.RunAsync(client, samples.WithClass, made!, clock, cancellationToken);
        await UploadFiles.RunAsync(client, samples.Data, batch, FilesPerRequest, clock, cancellationToken);
        await using var suggested = new Bell(
            suite.Database(SuiteService.ClassManagement),
            "select batch_id from association_sets where suggested_at is not null and batch_id = any($1)",
            clock
        );
        await suggested.WaitAsync(batch.BatchId, cancellationToken);
        return new(batch.BatchId);
    }

    /// <summary>The essays of the board.</summary>
    internal async Task<IReadOnlyList<string>> EssaysAsync(Visitor teacher, CancellationToken cancellationToken) =>
        [.. Essay().Matches(await teacher.SeeAsync(Board, cancellationToken)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("data-essay=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Essay();
}
