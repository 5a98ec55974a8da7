using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Portal.Live;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class LiveTests
{
    static readonly BatchFacts Batch = new(expected: 2) { UserId = "user-anna" };

    [Fact, Trait("Scenario", "S-621")]
    public async Task What_the_log_says_of_a_batch_reaches_its_teachers_open_pages_and_nobody_elses()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await using var anna = await LiveEvents.OpenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher));
        await using var bo = await LiveEvents.OpenAsync(await portal.SignedInAsync("bo", Phase1Roles.Teacher));

        await portal.Service.FeedAsync(Batch.Failed(1), CauseOf("user-anna"));
        (await anna.NextAsync()).ShouldBe($"changed {{\"subject\":\"batch:{Batch.BatchId}\",\"version\":1}}");
        await portal.Service.FeedAsync(Batch.Cancelled(), CauseOf("user-anna"));
        (await anna.NextAsync()).ShouldBe($"changed {{\"subject\":\"batch:{Batch.BatchId}\",\"version\":2}}");

        // Another's own is the first that he hears of.
        await portal.Service.FeedAsync(Told("user-bo"), CauseOf(null));
        (await bo.NextAsync()).ShouldBe("changed {\"subject\":\"notifications\",\"version\":1}");
    }

    [Fact, Trait("Scenario", "S-621")]
    public async Task A_roster_that_changes_tells_every_class_that_it_changes()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await using var anna = await LiveEvents.OpenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher));
        var (left, stays) = (portal.Service.NewId(), portal.Service.NewId());
        var moved = new StudentUpdated
        {
            StudentId = portal.Service.NewId(),
            ClassIds = [stays],
            CreatedBy = "user-anna",
            RosterVersions = new Dictionary<Guid, long> { [left] = 3 },
        };

        await portal.Service.FeedAsync(moved, CauseOf("user-anna"));

        (await anna.NextAsync()).ShouldBe($"changed {{\"subject\":\"class:{left}\",\"version\":1}}");
    }

    [Fact, Trait("Scenario", "P-28")]
    public async Task What_another_instance_has_read_comes_within_a_second()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await using var anna = await LiveEvents.OpenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher));

        await ExecuteAsync(
            portal,
            $"insert into pulses values ('user-anna', 'batch:{Batch.BatchId}', 7, '{portal.Service.Clock.GetUtcNow():O}')"
        );

        (await anna.NextAsync(portal)).ShouldBe($"changed {{\"subject\":\"batch:{Batch.BatchId}\",\"version\":7}}");
    }

    [Fact, Trait("Scenario", "P-28")]
    public async Task Five_pages_of_a_person_listen_and_the_sixth_is_refused_until_one_has_gone()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var open = new List<LiveEvents>();
        for (var page = 0; page < 5; page++)
        {
            open.Add(await LiveEvents.OpenAsync(browser));
        }

        var refused = await browser.GetAsync("/live");
        (refused.StatusCode, refused.Headers["Retry-After"]).ShouldBe((HttpStatusCode.TooManyRequests, "30"));

        await open[0].DisposeAsync();
        await Eventually.BecomesTrueAsync(
            async () => (await browser.GetAsync("/live")).StatusCode == HttpStatusCode.OK,
            TestContext.Current.CancellationToken
        );
    }

    [Theory, Trait("Scenario", "P-05")]
    [InlineData("update accounts set disabled_at = now() where user_id = 'user-anna'")]
    [InlineData("update accounts set roles = '{operator}' where user_id = 'user-anna'")]
    [InlineData("delete from sessions where user_id = 'user-anna'")]
    public async Task A_stream_ends_within_ten_seconds_of_its_session_or_role(string change)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await using var anna = await LiveEvents.OpenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher));
        var began = portal.Service.Clock.GetUtcNow();

        await ExecuteAsync(portal, change);

        (await anna.NextAsync(portal)).ShouldBeNull();
        (portal.Service.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact, Trait("Scenario", "P-27")]
    public async Task A_stream_that_is_cut_again_and_again_tells_what_comes_then()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var pulses = portal.Service.Services.GetRequiredService<Pulses>();
        for (var cuts = 1; cuts <= 20; cuts++)
        {
            await using (var page = await LiveEvents.OpenAsync(browser))
            {
                await pulses.RaiseAsync("user-anna", PulseSubject.Batch(Batch.BatchId), TestContext.Current.CancellationToken);
                (await page.NextAsync()).ShouldBe($"changed {{\"subject\":\"batch:{Batch.BatchId}\",\"version\":{cuts}}}");
            }
            // A person has but five places, and the server notices a moment later that the page has gone.
            await Eventually.BecomesTrueAsync(
                () => Task.FromResult(portal.Service.Services.GetRequiredService<LiveStreams>().Open.Count == 0),
                TestContext.Current.CancellationToken
            );
        }
    }

    [Fact, Trait("Scenario", "P-27")]
    public async Task A_page_that_comes_back_after_a_restart_hears_what_comes_then()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        await using (await LiveEvents.OpenAsync(browser))
        {
            await portal.RestartAsync();
        }

        await using var back = await LiveEvents.OpenAsync(browser);
        await portal.Service.FeedAsync(Batch.Cancelled(), CauseOf("user-anna"));

        (await back.NextAsync()).ShouldBe($"changed {{\"subject\":\"batch:{Batch.BatchId}\",\"version\":1}}");
    }

    [Fact, Trait("Scenario", "S-621")]
    public async Task A_decision_on_one_page_reaches_the_persons_other_pages()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        portal.Others.On(HttpMethod.Post, ".*/decisions", _ => FakeHttp.Json(new { }));
        await using var other = await LiveEvents.OpenAsync(browser);
        await browser.GetAsync($"/batches/{Neighbourhood.BatchId}/review");

        await browser.PostAsync(
            $"/batches/{Neighbourhood.BatchId}/review/{Neighbourhood.BatchId}",
            ("action", "unknown"),
            ("version", "3")
        );

        (await other.NextAsync()).ShouldBe($"changed {{\"subject\":\"batch:{Neighbourhood.BatchId}\",\"version\":1}}");
    }

    [Fact, Trait("Scenario", "S-621")]
    public async Task What_an_open_page_asks_for_by_itself_does_not_keep_its_session_alive()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());

        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            (await browser.GetAsync($"/batches/{Neighbourhood.BatchId}/progress")).StatusCode.ShouldBe(HttpStatusCode.OK);
            portal.Service.Advance(TimeSpan.FromMinutes(10));
        }

        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    static EventCause CauseOf(string? userId) => new(Batch.CorrelationId, UserId: userId);

    static TeacherNotificationRequested Told(string teacherId) =>
        new()
        {
            TeacherId = teacherId,
            NotificationType = NotificationType.BatchReady,
            Category = NotificationCategory.BatchProgress,
            Priority = NotificationPriority.High,
            Payload = new NotificationPayload(),
            ActionRequired = true,
            CorrelationId = Batch.CorrelationId,
            BatchId = Batch.BatchId,
            Timestamp = BatchFacts.Now,
        };

    static async Task ExecuteAsync(PortalUnderTest portal, string sql)
    {
        await using var command = portal.Service.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
