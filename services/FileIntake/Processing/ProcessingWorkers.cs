namespace Phase1.FileIntake.Processing;

/// <summary>The workers of this process, side by side: a file that takes its full time holds up one of them only.</summary>
sealed class ProcessingWorkers(IServiceProvider services, UploadQueue queue) : IHostedService, IDisposable
{
    public const int Count = 4;

    readonly ProcessingWorker[] _workers =
    [
        .. Enumerable.Range(0, Count).Select(_ => ActivatorUtilities.CreateInstance<ProcessingWorker>(services)),
    ];

    /// <summary>Files have come. Other processes see them at their next look.</summary>
    public void Wake()
    {
        queue.Change();
        foreach (var worker in _workers)
        {
            worker.Wake();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_workers.Select(worker => worker.StartAsync(cancellationToken)));

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_workers.Select(worker => worker.StopAsync(cancellationToken)));

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }
}
