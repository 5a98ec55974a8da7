namespace Phase1.FileIntake.Content;

/// <summary>Once, at start: students' files that killed processes have left on this machine go.</summary>
sealed class LeftoverCleaning : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The machine's own time, which stamps its files.
        NamelessFile.DeleteLeftovers(TimeProvider.System.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
