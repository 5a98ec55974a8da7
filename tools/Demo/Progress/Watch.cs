using Phase1.Demo.Client;
using Phase1.Demo.Steps;

namespace Phase1.Demo.Progress;

/// <summary>Looks at the batches again and again and shows where they stand.</summary>
sealed class Watch(SuiteClient suite, ProgressBoard board, TimeProvider clock)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // Long beside what the flow needs, kills included.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    internal async Task UntilAsync(
        IReadOnlyList<DemoBatch> batches,
        Func<BatchView, bool> reached,
        string awaited,
        CancellationToken cancellationToken
    )
    {
        var began = clock.GetTimestamp();
        var waiting = batches.ToList();
        while (waiting.Count > 0)
        {
            foreach (var batch in waiting.ToList())
            {
                var view = await LookAsync(batch, cancellationToken);
                if (reached(view))
                {
                    waiting.Remove(batch);
                }
            }
            if (waiting.Count > 0)
            {
                if (clock.GetElapsedTime(began) > Longest)
                {
                    throw new DemoException($"{waiting[0].Title} waits for {awaited} in vain (batch {waiting[0].BatchId}).");
                }
                await Task.Delay(Interval, clock, cancellationToken);
            }
        }
    }

    async Task<BatchView> LookAsync(DemoBatch batch, CancellationToken cancellationToken)
    {
        var view = await BatchView.LookAsync(suite, batch, cancellationToken);
        board.Show(batch.Title, BatchSentence.Of(view));
        if (view.IsReady)
        {
            batch.Ended ??= clock.GetTimestamp();
        }
        if (Statuses.IsDeadEnd(view.Status.Status))
        {
            throw new DemoException($"{batch.Title} ended as {view.Status.Status} (batch {batch.BatchId}).");
        }
        return view;
    }
}
