using System.Net.Sockets;
using System.Threading.Channels;
using Npgsql;
using Phase1.Messaging;

namespace Phase1.ModelGateway.Guard;

/// <summary>
/// Where calls and settlements wait. What has arrived is decided together, so that a commit serves many; a lone call waits for nobody. A group that
/// fails is undone and each of its items is tried alone, so that a broken one fails alone.
/// </summary>
sealed partial class GuardLane(IServiceScopeFactory scopes, GuardOptions options, TimeProvider clock, ILogger<GuardLane> logger)
{
    // As many as arrive while the database stands still for a moment; more wait in their requests.
    const int Capacity = 1024;

    readonly Channel<GuardItem> _items = Channel.CreateBounded<GuardItem>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    internal ValueTask AddAsync(GuardItem item, CancellationToken cancellationToken) => _items.Writer.WriteAsync(item, cancellationToken);

    /// <summary>No more items are taken; the loop ends when those that wait are decided.</summary>
    internal void Complete() => _items.Writer.TryComplete();

    /// <summary>Decides groups until the lane is complete.</summary>
    internal async Task RunAsync()
    {
        while (await _items.Reader.WaitToReadAsync())
        {
            List<GuardItem> group = [];
            while (group.Count < options.GroupSize && _items.Reader.TryRead(out var item))
            {
                if (item.TryTake())
                {
                    group.Add(item);
                }
            }
            if (group.Count > 0)
            {
                await DecideAsync(group);
            }
        }
    }

    async Task DecideAsync(List<GuardItem> group)
    {
        try
        {
            await DecideTogetherAsync(group);
        }
        catch (Exception error) when (group.Count > 1 && !Passes(error))
        {
            foreach (var item in group)
            {
                await DecideAsync([item]);
            }
        }
        catch (Exception error)
        {
            if (!Passes(error))
            {
                Failed(FaultTrace.Of(error));
            }
            group.ForEach(item => item.Fail(error));
        }
    }

    async Task DecideTogetherAsync(List<GuardItem> group)
    {
        var began = clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GuardGroup>().RunAsync(group, CancellationToken.None);
        GuardMetrics.CountGroup(group.Count, clock.GetElapsedTime(began));
    }

    /// <summary>Whether the same may succeed in a moment.</summary>
    internal static bool Passes(Exception? error) =>
        error is not null
        && (
            error is SocketException
            || (error is NpgsqlException database && DatabaseTrouble.Passes(database))
            || Passes(error.InnerException)
        );

    [LoggerMessage(LogLevel.Error, "A call could not be decided or settled: {Fault}")]
    private partial void Failed(string fault);
}
