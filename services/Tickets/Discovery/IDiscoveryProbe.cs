namespace Phase1.Tickets.Discovery;

/// <summary>A place between listing and claiming where somebody may hold a round: a race can be made there on purpose.</summary>
interface IDiscoveryProbe
{
    Task ListedAsync(CancellationToken cancellationToken);
}

/// <summary>Holds nobody.</summary>
sealed class NoProbe : IDiscoveryProbe
{
    public Task ListedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
