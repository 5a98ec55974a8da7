using Phase1.Demo.Client;
using Phase1.Demo.Steps;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.Servers.Suites;

namespace Phase1.Load.Pipeline;

/// <summary>
/// Teachers who do not look at the page until there is something to see: what has come about is read from the tables, all batches at once, so that
/// the load is the work and not the looking.
/// </summary>
sealed class Classrooms : IAsyncDisposable
{
    // Until what follows from the batch before has come to rest.
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    readonly IReadOnlyList<Teacher> _teachers;
    readonly ClassSamples _samples;
    readonly Bell _suggested;
    readonly Bell _ready;

    Classrooms(IReadOnlyList<Teacher> teachers, ClassSamples samples, Bell suggested, Bell ready) =>
        (_teachers, _samples, _suggested, _ready) = (teachers, samples, suggested, ready);

    internal static async Task<Classrooms> OpenAsync(
        RunningSuite suite,
        ClassSamples samples,
        int teachers,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var made = new List<Teacher>();
        for (var i = 0; i < teachers; i++)
        {
            made.Add(await Teacher.BeginAsync(suite.BasePorts[i % suite.BasePorts.Count], samples.Data, clock, cancellationToken));
        }
        return new(
            made,
            samples,
            new Bell(
                suite.Database(SuiteService.ClassManagement),
                "select batch_id from association_sets where suggested_at is not null and batch_id = any($1)",
                clock
            ),
            new Bell(
                suite.Database(SuiteService.BatchOrchestrator),
                "select batch_id from batch_status_history where to_status = 'ready_for_pipeline_execution' and batch_id = any($1)",
                clock
            )
        );
    }

    /// <summary>Hands in so many batches and returns when the last is ready.</summary>
    internal async Task<IReadOnlyCollection<DemoBatch>> TeachAsync(int batches, CancellationToken cancellationToken)
    {
        var begun = 0;
        var lessons = _teachers.Select(async teacher =>
        {
            var done = new List<DemoBatch>();
            while (Interlocked.Increment(ref begun) <= batches)
            {
                var batch = await teacher.HandInAsync(_samples.WithClass, cancellationToken);
                await FinishAsync(teacher, batch, cancellationToken);
                done.Add(batch);
            }
            return done;
        });
        return [.. (await Task.WhenAll(lessons)).SelectMany(done => done)];
    }

    /// <summary>One batch after the other, each alone: how long each took from its last upload to ready, in milliseconds.</summary>
    internal async Task<IReadOnlyList<double>> TeachAloneAsync(int batches, TimeProvider clock, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        while (took.Count < batches)
        {
            await Task.Delay(Rest, clock, cancellationToken);
            var batch = await _teachers[0].HandInAsync(_samples.WithClass, cancellationToken);
            var uploaded = clock.GetTimestamp();
            await FinishAsync(_teachers[0], batch, cancellationToken);
            took.Add(clock.GetElapsedTime(uploaded).TotalMilliseconds);
        }
        return took;
    }

    async Task FinishAsync(Teacher teacher, DemoBatch batch, CancellationToken cancellationToken)
    {
        await _suggested.WaitAsync(batch.BatchId, cancellationToken);
        await teacher.AcceptAsync(batch, cancellationToken);
        await _ready.WaitAsync(batch.BatchId, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _suggested.DisposeAsync();
        await _ready.DisposeAsync();
        foreach (var teacher in _teachers)
        {
            teacher.Dispose();
        }
    }
}
