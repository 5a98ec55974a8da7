using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Postgres;

/// <summary>What is appended in a process wakes the members of this process, which would else look much later.</summary>
public sealed class AppendSignalTests
{
    [Fact]
    public async Task A_member_that_waits_is_woken_by_every_publication()
    {
        await using var log = await LogUnderTest.StartAsync("woken", pollInterval: TimeSpan.FromHours(1));
        await using var member = log.Log.Join("group", [LogUnderTest.Topic]);
        await member.PollAsync(1, TimeSpan.Zero, TestContext.Current.CancellationToken);

        for (var offset = 0; offset < 5; offset++)
        {
            var polling = member.PollAsync(1, TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
            await log.AppendAsync(1, daysOld: 0);

            var poll = await polling.WaitAsync(Eventually.Patience, TimeProvider.System, TestContext.Current.CancellationToken);
            poll.Records.ShouldHaveSingleItem().Offset.ShouldBe(offset);
        }
    }
}
