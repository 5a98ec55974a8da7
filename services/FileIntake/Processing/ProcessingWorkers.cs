using Phase1.Messaging.Storage;

namespace Phase1.FileIntake.Processing;

/// <summary>The workers of this process, side by side: a file that takes its full time holds up one of them only.</summary>
sealed class ProcessingWorkers(IServiceProvider services, UploadQueue queue, DatabaseBell bell) : IHostedService, IDisposable
{
    public const int Count = 4;

    const string Word = "uploads";

    readonly ProcessingWorker[] _workers =
    [
        .. Enumerable.Range(0, Count).Select(_ => ActivatorUtilities.CreateInstance<ProcessingWorker>(services)),
    ];

    IDisposable? _hearing;

    /// <summary>Files have come: the workers of all processes look.</summary>
    public void Wake() => bell.Ring(Word);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _hearing = bell.Hear(Hear);
        return Task.WhenAll(_workers.Select(worker => worker.StartAsync(cancellationToken)));
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_workers.Select(worker => worker.StopAsync(cancellationToken)));

    public void Dispose()
    {
        _hearing?.Dispose();
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }

    void Hear(IReadOnlyList<string>? words)
    {
        if (words is null || words.Contains(Word))
        {
            queue.Change();
            foreach (var worker in _workers)
            {
                worker.Wake();
            }
        }
    }
}
