using System.Text.Json.Nodes;
using Phase1.Demo;
using Phase1.Demo.Client;
using Phase1.Demo.Progress;
using Phase1.Demo.Samples;
using Phase1.Demo.Steps;
using Phase1.Servers.Suites;

namespace Phase1.Load.Teaching;

/// <summary>A teacher with a class, who never gives up: what is not answered is asked again.</summary>
sealed class Teacher : IDisposable
{
    const int FilesPerRequest = 100;
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    readonly SuiteClient _suite;
    readonly SampleData _samples;
    readonly DemoClass _class;
    readonly TimeProvider _clock;

    Teacher(SuiteClient suite, SampleData samples, DemoClass schoolClass, TimeProvider clock) =>
        (_suite, _samples, _class, _clock) = (suite, samples, schoolClass, clock);

    /// <summary>Makes the teacher's class and enters its students.</summary>
    internal static async Task<Teacher> BeginAsync(
        int basePort,
        SampleData samples,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var name = $"load-{Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[^12..]}";
        var suite = new SuiteClient(basePort, name, new Patience(clock), pace: null);
        var makeClass = new MakeClass(suite, samples.Class, Guid.CreateVersion7(clock.GetUtcNow()));
        return new Teacher(suite, samples, await makeClass.RunAsync(cancellationToken), clock);
    }

    /// <summary>Registers a batch and uploads its essays.</summary>
    internal async Task<DemoBatch> HandInAsync(SampleBatch sample, CancellationToken cancellationToken)
    {
        var batch = await RegisterBatch.RunAsync(_suite, sample, _class, _clock, cancellationToken);
        await UploadFiles.RunAsync(_suite, _samples, batch, FilesPerRequest, _clock, cancellationToken);
        return batch;
    }

    /// <summary>In whose name everything is done.</summary>
    internal string Name => _suite.Teacher;

    /// <summary>The id of a student of the class.</summary>
    internal Guid IdOf(SampleStudent student) => _class.StudentIds[student.Key];

    /// <summary>Has time pass on a suite whose clock can be moved.</summary>
    internal Task LetPassAsync(TimeSpan time, CancellationToken cancellationToken) =>
        AdvanceClock.RunAsync(_suite, time, _class.Chain, _clock, cancellationToken);

    /// <summary>Starts a pipeline.</summary>
    internal Task StartAsync(DemoBatch batch, string pipeline, CancellationToken cancellationToken) =>
        _suite.PostAsync<JsonNode>(
            SuiteService.BatchOrchestrator,
            $"/v1/batches/{batch.BatchId}/pipelines",
            new { RequestedPipeline = pipeline, ClientCorrelationId = batch.Chain },
            batch.Chain,
            _ => Task.FromResult<JsonNode?>(null),
            cancellationToken
        );

    /// <summary>The feedback on a batch as its teacher reads it; null before there is a run.</summary>
    internal Task<JsonNode?> FeedbackAsync(DemoBatch batch, CancellationToken cancellationToken) =>
        _suite.FindAsync<JsonNode>(SuiteService.Feedback, $"/v1/batches/{batch.BatchId}/feedback", batch.Chain, cancellationToken);

    /// <summary>Looks at a batch until it is where it should be.</summary>
    internal async Task WatchAsync(DemoBatch batch, Func<BatchView, bool> reached, CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        while (true)
        {
            var view = await BatchView.LookAsync(_suite, batch, cancellationToken);
            if (reached(view))
            {
                return;
            }
            if (Statuses.IsDeadEnd(view.Status.Status) || _clock.GetElapsedTime(began) > Longest)
            {
                throw new DemoException($"Batch {batch.BatchId} stays {view.Status.Status}: {BatchSentence.Of(view)}");
            }
            await Task.Delay(Interval, _clock, cancellationToken);
        }
    }

    /// <summary>Accepts every certain suggestion. The deadline may have been faster: then it has decided, and that is as good.</summary>
    internal async Task AcceptAsync(DemoBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await _suite.PostAsync<DecisionAnswer>(
                SuiteService.ClassManagement,
                $"{PathOf(batch)}/confirm-band",
                new { Band = "high" },
                batch.Chain,
                async token => new((await ListAsync(batch, token)).Counts.Undecided),
                cancellationToken
            );
        }
        catch (DemoException)
        {
            if ((await ListAsync(batch, cancellationToken)).Counts.Undecided > 0)
            {
                throw;
            }
        }
    }

    /// <summary>Says of everything that is still open that nobody knows who wrote it.</summary>
    internal async Task SettleAsync(DemoBatch batch, CancellationToken cancellationToken)
    {
        var open = (await ListAsync(batch, cancellationToken)).Associations.Where(row => row.Decision is null);
        await _suite.PostAsync<DecisionAnswer>(
            SuiteService.ClassManagement,
            $"{PathOf(batch)}/decisions",
            new { Decisions = open.Select(row => new { row.EssayId, Action = "unknown" }).ToList() },
            batch.Chain,
            async token => new((await ListAsync(batch, token)).Counts.Undecided),
            cancellationToken
        );
    }

    public void Dispose() => _suite.Dispose();

    Task<AssociationList> ListAsync(DemoBatch batch, CancellationToken cancellationToken) =>
        _suite.GetAsync<AssociationList>(SuiteService.ClassManagement, PathOf(batch), batch.Chain, cancellationToken);

    static string PathOf(DemoBatch batch) => $"/v1/batches/{batch.BatchId}/student-associations";
}
