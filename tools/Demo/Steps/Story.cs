using Phase1.Demo.Client;
using Phase1.Demo.Crash;
using Phase1.Demo.Ledger;
using Phase1.Demo.Progress;
using Phase1.Demo.Samples;
using Phase1.Events;

namespace Phase1.Demo.Steps;

/// <summary>The main job, from an empty class to two batches that are ready, and the proof that nothing was lost or done twice.</summary>
sealed class Story(DemoOptions options, TextWriter output, bool redraw, TimeProvider clock)
{
    static readonly TimeSpan Day = TimeSpan.FromHours(24);

    // A class set is uploaded at once; a suite that dies all the time gets it in small portions.
    int FilesPerRequest => options.Victim is null ? 100 : 4;

    internal async Task<DemoResult> TellAsync(CancellationToken cancellationToken)
    {
        var samples = await SampleData.ReadAsync(options.Samples, cancellationToken);
        var teacher = $"demo-{Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[^12..]}";
        var board = new ProgressBoard(output, redraw, clock);
        var chaos = options.Victim is { } victim ? new Chaos(victim, board, clock) : null;
        using var suite = new SuiteClient(options.BasePort, teacher, new Patience(clock), chaos is null ? null : chaos.PaceAsync);
        var run = await PlayAsync(samples, new(suite, board, new Watch(suite, board, clock), chaos), cancellationToken);
        board.Close();
        return await TellEndAsync(suite, run, chaos, cancellationToken);
    }

    async Task<Run> PlayAsync(SampleData samples, Stage stage, CancellationToken cancellationToken)
    {
        var (suite, board, watch, _) = stage;
        var makeClass = new MakeClass(suite, samples.Class, Guid.CreateVersion7(clock.GetUtcNow()));
        DemoClass? schoolClass = null;
        var batches = new List<DemoBatch>();
        await stage.ActAsync(
            "the teacher enters the class",
            kills: 3,
            async token => schoolClass = await makeClass.RunAsync(token),
            cancellationToken
        );
        var made = schoolClass ?? throw new DemoException("There is no class.");
        board.Say($"{suite.Teacher} has a class of {made.StudentIds.Count} students.");
        await stage.ActAsync(
            "files are uploaded and read",
            kills: 4,
            async token =>
            {
                foreach (var sample in samples.Batches)
                {
                    batches.Add(await RegisterBatch.RunAsync(suite, sample, made, clock, token));
                }
                foreach (var batch in batches)
                {
                    await UploadFiles.RunAsync(suite, samples, batch, FilesPerRequest, clock, token);
                }
            },
            cancellationToken
        );
        List<DemoBatch> regular = [.. batches.Where(batch => batch.Kind == BatchKind.Regular)];
        await stage.ActAsync(
            "authors are looked for",
            kills: 2,
            token => watch.UntilAsync(regular, view => view.HasSuggestions || view.IsReady, "proposals", token),
            cancellationToken
        );
        await stage.ActAsync("the teacher decides", kills: 2, token => DecideAllAsync(stage, regular, made, token), cancellationToken);
        await stage.ActAsync(
            "the deadline passes",
            kills: 3,
            async token =>
            {
                await AdvanceClock.RunAsync(suite, Day, made.Chain, clock, token);
                board.Say("24 hours pass on the demo's clock.");
                await watch.UntilAsync(batches, view => view.IsReady, "readiness", token);
            },
            cancellationToken
        );
        return new(suite.Teacher, made, batches);
    }

    static async Task DecideAllAsync(
        Stage stage,
        IReadOnlyList<DemoBatch> batches,
        DemoClass schoolClass,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in batches)
        {
            stage.Board.Say(await DecideAsTeacher.RunAsync(stage.Suite, batch, schoolClass, cancellationToken));
        }
        await stage.Watch.UntilAsync(batches, _ => true, "a look", cancellationToken);
    }

    async Task<DemoResult> TellEndAsync(SuiteClient suite, Run run, Chaos? chaos, CancellationToken cancellationToken)
    {
        var report = new Report(output);
        var ledger = await RunLedger.SettleAsync(new SuiteDatabases(options), run, clock, cancellationToken);
        var results = new List<BatchResult>();
        foreach (var batch in run.Batches)
        {
            var (result, history) = await Summary.OfAsync(suite, batch, clock, cancellationToken);
            results.Add(result);
            report.Chain(batch, EventChain.Of(ledger.Log, batch.Chain));
            report.History(batch, history);
        }
        report.Ledger(ledger);
        if (chaos is not null)
        {
            report.Line($"The suite was killed {chaos.Kills} times.");
        }
        results.ForEach(report.Result);
        return new(suite.Teacher, results, ledger.Lost, ledger.Doubled);
    }
}
