using System.Collections.Concurrent;
using Phase1.Demo.Steps;
using Phase1.Events;

namespace Phase1.Load.Teaching;

/// <summary>Teachers who hand in batch after batch, each waiting for the end of one before the next.</summary>
/// <param name="samples">What they hand in.</param>
/// <param name="clock">The real time.</param>
sealed class School(ClassSamples samples, TimeProvider clock)
{
    readonly ConcurrentQueue<DemoBatch> _batches = new();
    int _begun;
    int _finished;

    /// <summary>Every batch that was handed in.</summary>
    internal IReadOnlyCollection<DemoBatch> Batches => _batches;

    internal int Finished => Volatile.Read(ref _finished);

    /// <summary>Teaches until nobody wants more, and every batch is ready.</summary>
    /// <param name="basePorts">The instances of the suite, shared among the teachers.</param>
    /// <param name="teachers">How many teach at once.</param>
    /// <param name="wantsMore">Whether another batch is to be begun after so many.</param>
    /// <param name="cancellationToken">Ends the lessons at once.</param>
    internal async Task TeachAsync(
        IReadOnlyList<int> basePorts,
        int teachers,
        Func<int, bool> wantsMore,
        CancellationToken cancellationToken
    )
    {
        using var lessons = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] all =
        [
            .. Enumerable.Range(0, teachers).Select(number => TeachAsync(basePorts[number % basePorts.Count], wantsMore, lessons.Token)),
        ];
        await foreach (var ended in Task.WhenEach(all))
        {
            if (!ended.IsCompletedSuccessfully)
            {
                // What one teacher did not expect ends the lessons of all, or it would be told when the last of them has lost patience.
                await lessons.CancelAsync();
                await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ended;
            }
        }
    }

    async Task TeachAsync(int basePort, Func<int, bool> wantsMore, CancellationToken cancellationToken)
    {
        using var teacher = await Teacher.BeginAsync(basePort, samples.Data, clock, cancellationToken);
        var left = new List<DemoBatch>();
        while (wantsMore(Volatile.Read(ref _begun)))
        {
            left.AddRange(await LessonAsync(teacher, Interlocked.Increment(ref _begun), cancellationToken));
        }
        foreach (var batch in left)
        {
            await FinishAsync(teacher, batch, cancellationToken);
        }
    }

    // Of ten batches two have no class, and one is left to the deadline: that one is not waited for now.
    async Task<IEnumerable<DemoBatch>> LessonAsync(Teacher teacher, int number, CancellationToken cancellationToken)
    {
        var kind = number % 10;
        var batch = await teacher.HandInAsync(kind is 3 or 7 ? samples.WithoutClass : samples.WithClass, cancellationToken);
        _batches.Enqueue(batch);
        if (kind == 9)
        {
            return [batch];
        }
        if (batch.Kind == BatchKind.Regular)
        {
            await teacher.WatchAsync(batch, view => view.HasSuggestions || view.IsReady, cancellationToken);
            await teacher.AcceptAsync(batch, cancellationToken);
        }
        await FinishAsync(teacher, batch, cancellationToken);
        return [];
    }

    async Task FinishAsync(Teacher teacher, DemoBatch batch, CancellationToken cancellationToken)
    {
        await teacher.WatchAsync(batch, view => view.IsReady, cancellationToken);
        Interlocked.Increment(ref _finished);
    }
}
