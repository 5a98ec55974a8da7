using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>A worker that stands still past its session is replaced, and what it does when it goes on is refused.</summary>
[Trait("Scenario", "S-703")]
[Collection(nameof(OneOutageAtATime))]
public sealed class FrozenConsumerTests
{
    const int Uploads = 400;
    static readonly int Freezes = Repetitions.Of(3);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_is_stopped_past_its_session_and_continued_commits_nothing_stale()
    {
        Assert.SkipWhen(KafkaBroker.Missing is not null, KafkaBroker.Missing ?? "");
        var room = await KafkaRoom.OpenAsync();
        await using var cluster = await ClusterUnderLoad.StartAsync("frozen", room);
        for (var freeze = 0; freeze < Freezes; freeze++)
        {
            await Eventually.BecomesTrueAsync(async () => await room.MembersOfAsync(EngineSetup.Service) == 2, Token);
            await cluster.FeedAsync(Uploads);
            await cluster.ProgressAsync(Uploads / 10);

            var frozen = cluster.Workers[freeze % 2];
            frozen.Freeze();
            await Eventually.BecomesTrueAsync(async () => await room.MembersOfAsync(EngineSetup.Service) == 1, Token);
            await cluster.FeedAsync(Uploads);
            // All that is there, the frozen worker's share too.
            await cluster.ProgressAsync(cluster.Uploads);
            frozen.Thaw();
        }

        await cluster.ShouldBalanceAsync();
    }
}
