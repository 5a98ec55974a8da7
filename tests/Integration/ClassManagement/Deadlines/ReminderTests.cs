using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Phase1.ClassManagement;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

public class ReminderTests
{
    // The set as it was last written, and how many events there are.
    const string State = """
        select concat_ws(' ', s.xmin, s.version, (select count(*) from log_records), (select count(*) from outbox)) from association_sets s
        """;

    [Fact]
    [Trait("Scenario", "S-527")]
    public async Task The_teacher_is_reminded_after_12_and_22_hours_and_not_again()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.95m)]);
        var deadline = cms.Service.Clock.GetUtcNow().AddHours(24);

        await cms.AdvanceAsync(TimeSpan.FromHours(12));
        var first = (await batch.NoticesAsync(NotificationType.StudentMatchingReminder)).ShouldHaveSingleItem();
        first.Data.Priority.ShouldBe(NotificationPriority.High);
        first.Data.Payload["undecided"].GetInt32().ShouldBe(2);
        first.Data.DeadlineTimestamp.ShouldBe(deadline);
        first.Header.CorrelationId.ShouldBe(batch.CorrelationId);
        (await cms.ScalarAsync<int>("select reminders_sent from association_sets")).ShouldBe(1);

        await batch.DecideAsync(batch.Decision(0, "accept"));
        await cms.AdvanceAsync(TimeSpan.FromHours(10));
        var second = (await batch.NoticesAsync(NotificationType.StudentMatchingReminder))[1].Data;
        second.Priority.ShouldBe(NotificationPriority.Critical);
        second.Payload["undecided"].GetInt32().ShouldBe(1);

        await cms.AdvanceAsync(TimeSpan.FromHours(1));
        (await batch.NoticesAsync(NotificationType.StudentMatchingReminder)).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "S-527")]
    public async Task After_a_downtime_the_latest_reminder_alone_is_sent()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        // As if the process had been away since the suggestions came, 23 hours ago.
        await cms.ScalarAsync<object>(
            "update association_sets set deadline_at = deadline_at - interval '23 hours', next_due_at = next_due_at - interval '23 hours'"
        );

        await cms.Service.RestartAsync();
        await cms.SettleAsync();

        (await batch.NoticesAsync(NotificationType.StudentMatchingReminder))
            .ShouldHaveSingleItem()
            .Data.Priority.ShouldBe(NotificationPriority.Critical);
    }

    [Fact]
    [Trait("Scenario", "S-528")]
    public async Task A_tick_that_finds_nothing_writes_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        var before = await cms.ScalarAsync<string>(State);

        await cms.TickAsync();
        await cms.Service.RestartAsync();
        await cms.SettleAsync();

        (await cms.ScalarAsync<string>(State)).ShouldBe(before);
    }

    [Fact]
    [Trait("Scenario", "S-529")]
    public async Task A_configured_timeout_rules()
    {
        await using var cms = await CmsUnderTest.StartAsync(Setting("Associations:Timeout", "2.00:00:00"));
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);

        await cms.AdvanceAsync(TimeSpan.FromHours(47));
        (await batch.StateAsync()).ShouldBe("open");
        await cms.AdvanceAsync(TimeSpan.FromHours(1));
        (await batch.FactsAsync<ValidationTimeoutProcessed>()).ShouldHaveSingleItem().Data.TimeoutHours.ShouldBe(48m);
    }

    [Fact]
    [Trait("Scenario", "S-529")]
    public async Task A_configured_interval_rules()
    {
        await using var cms = await CmsUnderTest.StartAsync(Setting("Associations:MonitorInterval", "00:00:05"));
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await cms.ScalarAsync<object>("update association_sets set next_due_at = opened_at, deadline_at = opened_at");

        cms.Service.Advance(TimeSpan.FromSeconds(4.9));
        await cms.Service.DrainAsync();
        (await batch.StateAsync()).ShouldBe("open");
        cms.Service.Advance(TimeSpan.FromSeconds(0.1));

        await Eventually.BecomesTrueAsync(async () => await batch.StateAsync() == "released", CmsUnderTest.Token);
    }

    [Theory]
    [Trait("Scenario", "S-529")]
    [InlineData("Associations:Timeout", "00:00:00")]
    [InlineData("Associations:MonitorInterval", "00:00:00")]
    [InlineData("Associations:MonitorBatchSize", "0")]
    [InlineData("Associations:ReminderOffsets:0", "-12:00:00")]
    [InlineData("Associations:SuggestionGrace", "00:00:00")]
    [InlineData("Associations:PlaceholderDomain", "not a domain")]
    public void An_invalid_value_stops_the_start_and_is_named(string name, string value)
    {
        var error = Should.Throw<ConfigurationException>(() =>
            Phase1Host.Build(
                new ClassManagementService(),
                [],
                builder =>
                {
                    builder.Environment.EnvironmentName = "Development";
                    Setting("ConnectionStrings:Database", "Host=none;Database=none;Username=none")(builder);
                    Setting("ConnectionStrings:Log", "Host=none;Database=none;Username=none")(builder);
                    Setting(name, value)(builder);
                }
            )
        );
        error.Message.ShouldContain(name.Split(':')[1]);
    }

    static Action<WebApplicationBuilder> Setting(string name, string value) =>
        builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [name] = value });
}
