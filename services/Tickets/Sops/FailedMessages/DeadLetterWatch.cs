using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Tickets.Discovery;

namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>
/// Asks every service for its dead letters: an announcement for each of them would multiply a flood, and could feed itself. A service that is away
/// says nothing, and its tickets stay as they are.
/// </summary>
sealed partial class DeadLetterWatch(
    IServiceProvider services,
    IServiceScopeFactory scopes,
    TicketsOptions options,
    ILogger<DeadLetterWatch> logger
) : PeriodicWork(services)
{
    protected override TimeSpan Interval => options.WatchInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        foreach (var client in scope.GetRequiredService<AllLetters>().All)
        {
            await LookAsync(client, cancellationToken);
        }
    }

    async Task LookAsync(LetterClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<LetterGroup> groups;
        try
        {
            groups = await client.GroupsAsync(cancellationToken);
        }
        catch (InfrastructureException)
        {
            Away(client.Service);
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MessageTickets>().ApplyAsync(client.Service, groups, cancellationToken);
    }

    [LoggerMessage(LogLevel.Debug, "{Service} does not answer; what it has of dead letters is not known now")]
    partial void Away(string service);
}
