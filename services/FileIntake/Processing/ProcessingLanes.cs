namespace Phase1.FileIntake.Processing;

/// <summary>The lanes of this process, side by side: a file that takes its full time holds up one of them only.</summary>
sealed class ProcessingLanes(IServiceProvider services) : IHostedService, IDisposable
{
    const int Count = 4;

    readonly ProcessingLane[] _lanes =
    [
        .. Enumerable.Range(0, Count).Select(_ => ActivatorUtilities.CreateInstance<ProcessingLane>(services)),
    ];

    /// <summary>Files have come. Other processes see them at their next look.</summary>
    public void Wake()
    {
        foreach (var lane in _lanes)
        {
            lane.Wake();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(_lanes.Select(lane => lane.StartAsync(cancellationToken)));

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_lanes.Select(lane => lane.StopAsync(cancellationToken)));

    public void Dispose()
    {
        foreach (var lane in _lanes)
        {
            lane.Dispose();
        }
    }
}
