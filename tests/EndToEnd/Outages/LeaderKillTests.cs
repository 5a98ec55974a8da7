using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>Three brokers, every partition on all of them, two needed for an acknowledgement: any one may die.</summary>
[Trait("Scenario", "S-701")]
[Collection(nameof(OneOutageAtATime))]
public sealed class LeaderKillTests
{
    const int UploadsAKill = 300;
    static readonly int Kills = Repetitions.Of(12);

    [Fact]
    public async Task The_leader_of_a_partition_that_is_killed_several_times_under_load_takes_nothing_with_it()
    {
        Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
        await using var brokers = await KafkaBroker.StartPrivateAsync("--nodes", "3");
        var kafka = await KafkaNamespace.OpenAsync(brokers);
        await using var cluster = await ClusterUnderLoad.StartAsync("leaderkill", kafka);
        for (var kill = 0; kill < Kills; kill++)
        {
            await cluster.FeedAsync(UploadsAKill);
            await cluster.ProgressAsync(UploadsAKill / 10);
            var leader = kafka.Topics.LeaderOf(Topics.EssayContentProvisioned, kill % 4).ToString();

            await brokers.DoAsync("kill", "--node", leader);
            await cluster.FeedAsync(UploadsAKill);
            await cluster.ProgressAsync(UploadsAKill / 10);
            await brokers.DoAsync("start");
        }

        await cluster.ShouldBalanceAsync();
    }
}
