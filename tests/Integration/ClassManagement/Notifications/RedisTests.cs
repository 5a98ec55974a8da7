using Microsoft.Extensions.Configuration;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using StackExchange.Redis;

namespace Phase1.Integration.Tests.ClassManagement.Notifications;

/// <summary>Redis carries wake-ups between processes, and nothing else: without it notifications come later, and all the same.</summary>
public class RedisTests
{
    static readonly RedisChannel Channel = RedisChannel.Literal("phase1:notifications");

    // As another process would store one: nobody here is told of it.
    const string Store = """
        insert into notifications (notification_id, teacher_id, type, category, priority, payload, action_required, correlation_id, created_at)
        values (gen_random_uuid(), 'teacher-1', $1, 'batch_progress', 'high', '{}', false, gen_random_uuid(), now())
        """;

    [Fact]
    [Trait("Scenario", "S-602")]
    public async Task What_another_process_has_stored_arrives_at_once_with_its_wake_up()
    {
        await using var redis = await FindAsync();
        await using var cms = await StartAsync(redis);
        await using var stream = await LiveStream.OpenAsync(cms, "0");
        var next = stream.NextAsync();

        await cms.ScalarAsync<object>(Store, "batch_stuck");
        await WakeAsync(redis);

        // The clock stands still: no turn of the stream has come.
        (await next).EventType.ShouldBe("batch_stuck");
    }

    [Fact]
    [Trait("Scenario", "S-602")]
    public async Task Whoever_stores_a_notification_wakes_the_other_processes()
    {
        await using var redis = await FindAsync();
        await using var cms = await StartAsync(redis);
        using var other = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await other.GetSubscriber().SubscribeAsync(Channel, (_, _) => woken.TrySetResult());

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                // The service may still be connecting when the first is told.
                await StreamTests.TellAsync(cms, "batch_ready");
                return woken.Task.IsCompleted;
            },
            CmsUnderTest.Token
        );
    }

    [Fact]
    [Trait("Scenario", "S-602")]
    [Trait("Scenario", "S-718")]
    public async Task With_Redis_emptied_killed_and_back_every_notification_arrives_once()
    {
        await using var redis = await FindAsync();
        await using var cms = await StartAsync(redis);
        await using var stream = await LiveStream.OpenAsync(cms, "0");

        await StreamTests.TellAsync(cms, "batch_files_uploaded");
        (await stream.NextAsync()).EventType.ShouldBe("batch_files_uploaded");
        using (var other = await ConnectionMultiplexer.ConnectAsync($"{redis.ConnectionString},allowAdmin=true"))
        {
            await other.GetServer(redis.ConnectionString).FlushAllDatabasesAsync();
        }
        await StreamTests.TellAsync(cms, "batch_content_completed");
        (await stream.NextAsync()).EventType.ShouldBe("batch_content_completed");

        await redis.KillAsync();
        await StreamTests.TellAsync(cms, "batch_ready");
        (await stream.NextAsync()).EventType.ShouldBe("batch_ready");
        await cms.ScalarAsync<object>(Store, "batch_stuck");
        (await stream.NextAsync(cms)).EventType.ShouldBe("batch_stuck");

        await redis.StartAsync();
        await StreamTests.TellAsync(cms, "batch_failed");
        (await stream.NextAsync()).EventType.ShouldBe("batch_failed");
    }

    [Fact]
    [Trait("Scenario", "S-718")]
    public async Task A_service_starts_and_serves_while_its_Redis_is_away_and_is_woken_once_it_is_there()
    {
        await using var redis = await FindAsync();
        await redis.KillAsync();
        await using var cms = await StartAsync(redis);
        await using var stream = await LiveStream.OpenAsync(cms, "0");
        await StreamTests.TellAsync(cms, "batch_ready");
        (await stream.NextAsync()).EventType.ShouldBe("batch_ready");

        await redis.StartAsync();
        var next = stream.NextAsync();
        await cms.ScalarAsync<object>(Store, "batch_stuck");
        await WakeAsync(redis);

        (await next).EventType.ShouldBe("batch_stuck");
    }

    /// <summary>As another process would, as soon as somebody listens.</summary>
    static async Task WakeAsync(TestRedis redis)
    {
        using var other = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await Eventually.BecomesTrueAsync(
            async () => await other.GetSubscriber().PublishAsync(Channel, RedisValue.EmptyString) > 0,
            CmsUnderTest.Token
        );
    }

    static Task<TestRedis> FindAsync()
    {
        Assert.SkipWhen(TestRedis.Missing is not null, TestRedis.Missing ?? "");
        return TestRedis.CreateAsync();
    }

    static Task<CmsUnderTest> StartAsync(TestRedis redis) =>
        CmsUnderTest.StartAsync(builder =>
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?> { ["Redis:ConnectionString"] = $"{redis.ConnectionString},connectTimeout=500" }
            )
        );
}
