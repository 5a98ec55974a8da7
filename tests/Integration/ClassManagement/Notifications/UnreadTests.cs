using System.Net;
using System.Text.Json;

namespace Phase1.Integration.Tests.ClassManagement.Notifications;

public class UnreadTests
{
    [Fact]
    public async Task A_teacher_reads_all_up_to_what_was_shown_and_what_came_later_stays_unread()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await TellAsync(cms, "batch_ready", "batch_stuck");
        var shown = (await ItemsAsync(cms, ""))[0].GetProperty("notification_id").GetGuid();
        cms.Service.Advance(TimeSpan.FromSeconds(1));
        await TellAsync(cms, "batch_ready");

        (await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications/count")).GetProperty("unread").GetInt32().ShouldBe(3);
        await CmsUnderTest.PostAsync(cms.Stranger, "/v1/notifications/read", new { up_to = shown }, HttpStatusCode.NotFound);
        using var read = await cms.Teacher.PostAsync(
            "/v1/notifications/read",
            System.Net.Http.Json.JsonContent.Create(new { up_to = shown }),
            CmsUnderTest.Token
        );

        read.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var count = await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications/count");
        count.GetProperty("unread").GetInt32().ShouldBe(1);
        count.GetProperty("action_required").GetInt32().ShouldBe(1);
        (await ItemsAsync(cms, "?unread=true")).Length.ShouldBe(1);
        (await CmsUnderTest.GetAsync(cms.Stranger, "/v1/notifications/count")).GetProperty("unread").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Those_of_one_batch_can_be_asked_for()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await TellAsync(cms, "batch_ready", "batch_stuck");
        var batch = (await ItemsAsync(cms, ""))[0].GetProperty("batch_id").GetGuid();

        (await ItemsAsync(cms, $"?batch_id={batch}")).ShouldAllBe(item => item.GetProperty("batch_id").GetGuid() == batch);
        (await ItemsAsync(cms, $"?batch_id={cms.Service.NewId()}")).ShouldBeEmpty();
    }

    static async Task TellAsync(CmsUnderTest cms, params string[] types)
    {
        foreach (var type in types)
        {
            await cms.Service.FeedAsync(NotificationTests.Request(cms, type));
        }
        await cms.Service.DrainAsync();
    }

    static async Task<JsonElement[]> ItemsAsync(CmsUnderTest cms, string query) =>
        [.. (await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/notifications{query}")).GetProperty("items").EnumerateArray()];
}
