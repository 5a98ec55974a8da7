using System.Net;
using System.Text.Json;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ClassManagement.Notifications;

public class StreamTests
{
    [Fact]
    [Trait("Scenario", "S-601")]
    [Trait("Scenario", "S-602")]
    public async Task A_browser_that_comes_back_gets_what_it_missed_once_and_then_what_comes()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var lastSeen = "";
        await using (var stream = await LiveStream.OpenAsync(cms, lastEventId: "0"))
        {
            await TellAsync(cms, "batch_files_uploaded");
            await TellAsync(cms, "batch_content_completed");
            var first = await stream.NextAsync();
            first.EventType.ShouldBe("batch_files_uploaded");
            var data = JsonDocument.Parse(first.Data).RootElement;
            data.GetProperty("essay_count").GetInt32().ShouldBe(3);
            data.GetProperty("priority").GetString().ShouldBe("high");
            data.GetProperty("action_required").GetBoolean().ShouldBeTrue();
            lastSeen = first.EventId!;
        }
        await TellAsync(cms, "batch_ready");

        await using var back = await LiveStream.OpenAsync(cms, lastSeen);
        (await back.NextAsync()).EventType.ShouldBe("batch_content_completed");
        (await back.NextAsync()).EventType.ShouldBe("batch_ready");
        await TellAsync(cms, "batch_stuck");
        (await back.NextAsync()).EventType.ShouldBe("batch_stuck");
    }

    [Fact]
    [Trait("Scenario", "S-602")]
    public async Task What_another_process_has_stored_arrives_within_a_second_without_any_wake_up()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await TellAsync(cms, "batch_ready");
        await using var stream = await LiveStream.OpenAsync(cms, lastEventId: null);
        // As another process would: nobody here is told.
        var next = stream.NextAsync();
        await cms.ScalarAsync<object>(
            """
            insert into notifications (notification_id, teacher_id, type, category, priority, payload, action_required, correlation_id, created_at)
            select gen_random_uuid(), teacher_id, 'batch_stuck', category, priority, payload, false, correlation_id, created_at from notifications
            """
        );

        (await LiveStream.WithinASecondAsync(cms, next)).EventType.ShouldBe("batch_stuck");
    }

    [Fact]
    [Trait("Scenario", "S-601")]
    public async Task What_happens_to_a_batch_is_pushed_live_with_its_deadline_and_a_redelivery_pushes_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await cms.Service.DrainAsync();
        await using var stream = await LiveStream.OpenAsync(cms, lastEventId: null);

        await batch.OpenAsync([SetUnderTest.Suggest(schoolClass.Students[0], 0.95m)]);
        var called = await stream.NextAsync();
        called.EventType.ShouldBe("student_matching_confirmation_required");
        var deadline = JsonDocument.Parse(called.Data).RootElement.GetProperty("deadline").GetDateTimeOffset();
        deadline.ShouldBe(cms.Service.Clock.GetUtcNow().AddHours(24));

        await batch.DecideAsync(batch.Decision(0, "accept"));
        (await stream.NextAsync()).EventType.ShouldBe("student_associations_confirmed");

        var (request, eventId) = (NotificationTests.Request(cms, "batch_ready"), cms.Service.NewId());
        await cms.Service.FeedAsync(request, eventId: eventId);
        await cms.Service.FeedAsync(request, eventId: eventId);
        await TellAsync(cms, "batch_stuck");
        (await stream.NextAsync()).EventType.ShouldBe("batch_ready");
        (await stream.NextAsync()).EventType.ShouldBe("batch_stuck");
    }

    [Fact]
    [Trait("Scenario", "S-602")]
    public async Task A_type_that_would_break_the_stream_is_refused_and_one_from_before_the_rule_breaks_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await TellAsync(cms, "batch_ready");
        await cms.ScalarAsync<object>("update notifications set type = E'batch\\n\\ndata: x'");
        var told = NotificationTests.Request(cms, "batch_stuck");
        var stamp = new EnvelopeStamp(cms.Service.NewId(), cms.Service.Clock.GetUtcNow(), "tests", told.CorrelationId, null);
        var body = System.Text.Encoding.UTF8.GetString(EnvelopeSerializer.Write(told, stamp));
        await cms.Service.FeedRawAsync(
            Topics.TeacherNotificationRequested,
            told.BatchId.ToString()!,
            body.Replace("\"batch_stuck\"", "\"batch\\n\\ndata: x\"", StringComparison.Ordinal)
        );
        await TellAsync(cms, "batch_failed");

        await using var stream = await LiveStream.OpenAsync(cms, "0");

        (await stream.NextAsync()).EventType.ShouldBe("notification");
        (await stream.NextAsync()).EventType.ShouldBe("batch_failed");
        (await cms.ScalarAsync<string>("select reason from dead_letters")).ShouldStartWith("data.notification_type: ");
    }

    [Fact]
    [Trait("Scenario", "S-602")]
    public async Task A_stream_with_nothing_to_say_says_so_every_fifteen_seconds()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        using var response = await LiveStream.RequestAsync(cms, null);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(CmsUnderTest.Token));
        var line = lines.ReadLineAsync(CmsUnderTest.Token).AsTask();

        await Eventually.BecomesTrueAsync(
            () =>
            {
                cms.Service.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(line.IsCompleted);
            },
            CmsUnderTest.Token
        );

        (await line).ShouldBe(":");
    }

    [Fact]
    [Trait("Scenario", "S-602")]
    public async Task Five_streams_a_teacher_are_open_and_a_sixth_takes_the_place_of_a_closed_one()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var open = new List<LiveStream>();
        for (var i = 0; i < 5; i++)
        {
            open.Add(await LiveStream.OpenAsync(cms, "0"));
        }

        using var refused = await LiveStream.RequestAsync(cms, "0");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        await open[0].DisposeAsync();
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                var response = await LiveStream.RequestAsync(cms, "0");
                open.Add(new LiveStream(response));
                return response.StatusCode == HttpStatusCode.OK;
            },
            CmsUnderTest.Token
        );

        foreach (var stream in open)
        {
            await stream.DisposeAsync();
        }
    }

    /// <summary>Later than what was told before: of the same instant, either may come first.</summary>
    internal static async Task TellAsync(CmsUnderTest cms, string type)
    {
        cms.Service.Advance(TimeSpan.FromMilliseconds(1));
        await cms.Service.FeedAsync(NotificationTests.Request(cms, type));
        await cms.Service.DrainAsync();
    }
}
