using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Unit.Tests.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Deadlines;

public class TeacherNotificationsTests
{
    static readonly Schedule Usual = new(new AssociationOptions());
    static readonly TeacherNotifications Calls = new(new MatchingThresholds(), Usual);
    static readonly AssociationSet Opened = Usual.Opened(Rows.Set()) with { Version = 3 };
    static readonly Association[] Some = [Rows.Proposed(1, Rows.Anna, 0.95m), Rows.Undecided(2), Rows.Undecided(3)];

    static SetOutcome At(AssociationSet set, DateTimeOffset now, params Association[] rows) =>
        Calls.Of(new DueSet(set, rows, Usual.DueAt(set, now)), now);

    [Fact]
    [Trait("Scenario", "S-502")]
    public void Late_suggestions_call_the_teacher_once_with_the_counts_per_band()
    {
        var now = Rows.Morning.AddMinutes(30);

        var outcome = At(Opened, now, Some);

        outcome.Facts.Count.ShouldBe(2);
        outcome.Facts[1].ShouldBeOfType<AssociationReviewNeeded>().Suggested.ShouldBeFalse();
        var notice = outcome.Facts[0].ShouldBeOfType<TeacherNotificationRequested>();
        notice.NotificationType.ShouldBe(NotificationType.StudentMatchingConfirmationRequired);
        notice.Priority.ShouldBe(NotificationPriority.Critical);
        notice.Category.ShouldBe(NotificationCategory.StudentWorkflow);
        notice.ActionRequired.ShouldBeTrue();
        notice.DeadlineTimestamp.ShouldBe(Opened.DeadlineAt);
        notice.Timestamp.ShouldBe(now);
        string[] counts = ["total", "high", "medium", "low"];
        counts.Select(name => notice.Payload[name].GetInt32()).ShouldBe([3, 1, 0, 2]);
        outcome.After.AttentionSentAt.ShouldBe(now);
        outcome.After.NextDueAt.ShouldBe(Rows.Morning.AddHours(12));
        outcome.After.Version.ShouldBe(3);
        outcome.Changes.ShouldBeEmpty();
        Usual.DueAt(outcome.After, now).ShouldBe(DueWork.Nothing);
    }

    [Theory]
    [InlineData(12, 1, NotificationPriority.High)]
    [InlineData(22, 2, NotificationPriority.Critical)]
    [Trait("Scenario", "S-527")]
    public void A_reminder_says_how_many_are_undecided_until_when(int hours, int sent, object priority)
    {
        var set = Usual.Called(Opened, Rows.Morning);
        var decided = TimeoutRule.ToUnknown(Rows.Undecided(4), Rows.Unknown, Rows.Morning);

        var outcome = At(set, Rows.Morning.AddHours(hours), [.. Some, decided]);

        var notice = outcome.Facts.ShouldHaveSingleItem().ShouldBeOfType<TeacherNotificationRequested>();
        notice.NotificationType.ShouldBe(NotificationType.StudentMatchingReminder);
        notice.Priority.ShouldBe((NotificationPriority)priority);
        notice.ActionRequired.ShouldBeTrue();
        notice.DeadlineTimestamp.ShouldBe(set.DeadlineAt);
        notice.Payload["undecided"].GetInt32().ShouldBe(3);
        outcome.After.RemindersSent.ShouldBe(sent);
    }

    [Fact]
    public void Who_was_away_when_the_call_and_a_reminder_fell_due_sends_both()
    {
        var outcome = At(Opened, Rows.Morning.AddHours(13), Some);

        outcome
            .Facts.OfType<TeacherNotificationRequested>()
            .Select(notice => notice.NotificationType)
            .ShouldBe([NotificationType.StudentMatchingConfirmationRequired, NotificationType.StudentMatchingReminder]);
        outcome.After.ShouldBe(Usual.Reminded(Usual.Called(Opened, Rows.Morning.AddHours(13)), 1));
    }
}
