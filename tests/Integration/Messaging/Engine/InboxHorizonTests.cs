using Phase1.Messaging;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A record delivered again after the inbox has forgotten it is not applied twice.</summary>
public class InboxHorizonTests : EngineTests
{
    static readonly TimeSpan Retention = new MessagingOptions().InboxRetention;

    [Fact]
    public async Task A_record_that_comes_again_when_the_inbox_has_forgotten_it_is_a_dead_letter()
    {
        await using var world = await CreateWorldAsync("forgotten");
        var clock = new ManualTimeProvider(Facts.Instant);
        var record = Envelopes.Of(Facts.Upload(Facts.NewId()), Facts.NewId());
        await world.FeedAsync(record);
        await world.StartAsync(setup => setup.Clock = clock);
        await world.DrainAsync(Token);

        await clock.PassAsync(Retention + TimeSpan.FromMinutes(1), Token);
        await clock.FlowUntilAsync(async () => await world.CountAsync("inbox") == 0, Token);
        await world.FeedAsync(record);
        await world.DrainAsync(Token);

        (await world.CountAsync("effects")).ShouldBe(1);
        (await world.ColumnAsync<string>("select reason_code from dead_letters")).ShouldBe(["RECORD_TOO_OLD"]);
    }

    [Fact]
    public async Task A_record_is_handled_for_as_long_as_the_inbox_is_sure_to_know_it()
    {
        await using var world = await CreateWorldAsync("oldenough");
        var clock = new ManualTimeProvider(Facts.Instant + Retention - TimeSpan.FromDays(2));
        await world.StartAsync(setup => setup.Clock = clock);

        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await world.DrainAsync(Token);

        (await world.CountAsync("effects")).ShouldBe(1);
    }

    [Fact]
    public async Task A_record_from_further_in_the_future_than_any_clock_is_wrong_is_a_dead_letter()
    {
        await using var world = await CreateWorldAsync("future");
        var clock = new ManualTimeProvider(Facts.Instant - TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        await world.StartAsync(setup => setup.Clock = clock);

        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await world.DrainAsync(Token);

        (await world.CountAsync("effects")).ShouldBe(0);
        (await world.ColumnAsync<string>("select reason from dead_letters")).ShouldBe([
            "event_timestamp: more than two days in the future",
        ]);
    }
}
