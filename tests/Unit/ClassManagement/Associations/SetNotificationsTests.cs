using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class SetNotificationsTests
{
    static readonly DateTimeOffset Now = Rows.Morning.AddHours(1);
    static readonly AssociationSet Set = Rows.Set();

    static TeacherNotificationRequested Confirmed =>
        SetNotifications.Confirmed(
            Set,
            new ValidationSummary
            {
                Human = 3,
                Timeout = 2,
                Auto = 1,
            },
            Now
        );

    static TeacherNotificationRequested Corrected => SetNotifications.Corrected(Set, Rows.Id(1001), Now);

    [Fact]
    public void Every_notice_says_whose_set_it_is_about()
    {
        foreach (var notice in new[] { Confirmed, Corrected, SetNotifications.Reminder(Set, 1, last: false, Now) })
        {
            notice.TeacherId.ShouldBe("teacher-1");
            notice.Category.ShouldBe(NotificationCategory.StudentWorkflow);
            notice.CorrelationId.ShouldBe(Set.CorrelationId);
            notice.BatchId.ShouldBe(Set.BatchId);
            notice.ClassId.ShouldBe(Set.ClassId);
            notice.Timestamp.ShouldBe(Now);
        }
    }

    [Fact]
    public void A_release_is_told_with_its_numbers_and_asks_for_nothing()
    {
        Confirmed.NotificationType.ShouldBe(NotificationType.StudentAssociationsConfirmed);
        Confirmed.Priority.ShouldBe(NotificationPriority.High);
        Confirmed.ActionRequired.ShouldBeFalse();
        Confirmed.DeadlineTimestamp.ShouldBeNull();
        Numbers(Confirmed).ShouldBe([("human", 3), ("timeout", 2), ("auto", 1)], ignoreOrder: true);
    }

    [Fact]
    public void A_correction_names_the_essay_and_asks_for_nothing()
    {
        Corrected.NotificationType.ShouldBe(NotificationType.AssociationCorrected);
        Corrected.Priority.ShouldBe(NotificationPriority.Standard);
        Corrected.ActionRequired.ShouldBeFalse();
        Corrected.Payload.ShouldHaveSingleItem().Key.ShouldBe("essay_id");
        Corrected.Payload["essay_id"].GetGuid().ShouldBe(Rows.Id(1001));
    }

    static IEnumerable<(string, int)> Numbers(TeacherNotificationRequested notice) =>
        notice.Payload.Select(entry => (entry.Key, entry.Value.GetInt32()));
}
