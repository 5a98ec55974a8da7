using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Unit.Tests.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Deadlines;

public class TimeoutReleaseTests
{
    static readonly DateTimeOffset Deadline = Rows.Morning.AddHours(24);
    static readonly HashSet<Guid> Members = [Rows.Anna];
    static readonly TimeoutRelease Releases = new(new MatchingThresholds(), new Schedule(new AssociationOptions()));

    static readonly Association Human = Rows.Proposed(3, Rows.Bo, 0.9m) with
    {
        Decision = Decision.Excluded,
        ValidationMethod = ValidationMethod.Human,
        ValidatedBy = "teacher-1",
        ValidatedAt = Rows.Morning,
        ValidationStatus = AssociationStatus.Rejected,
        AssociationVersion = 4,
    };

    static DueSet Due(params Association[] rows) => new(Rows.Set() with { Version = 7 }, rows, DueWork.Nothing with { Timeout = true });

    static T Fact<T>(SetOutcome outcome)
        where T : IFact => outcome.Facts.OfType<T>().ShouldHaveSingleItem();

    [Fact]
    [Trait("Scenario", "S-524")]
    public void Proven_rows_go_to_their_student_the_rest_to_the_unknown_and_human_decisions_stay()
    {
        var due = Due(Rows.Proposed(1, Rows.Anna, 0.9m), Rows.Undecided(2), Human);

        var outcome = Releases.Of(due, Members, Rows.Unknown, Deadline);

        outcome
            .Changes.Select(change => (change.Kind, change.After.DecidedStudentId))
            .ShouldBe([(ChangeKind.TimeoutSuggested, (Guid?)Rows.Anna), (ChangeKind.TimeoutUnknown, Rows.Unknown)]);
        outcome.Changes.ShouldAllBe(change => change.After.AssociationVersion == 1 && change.After.ValidatedAt == Deadline);
        outcome.Before.ShouldBe(due.Set);
        outcome.After.ShouldBe(
            due.Set with
            {
                State = SetState.Released,
                ReleaseKind = ReleaseKind.Timeout,
                ReleasedAt = Deadline,
                Version = 8,
            }
        );
        var confirmed = Fact<StudentAssociationsConfirmed>(outcome);
        confirmed.TimeoutTriggered.ShouldBeTrue();
        confirmed.Associations.Select(entry => entry.AssociationVersion).ShouldBe([1, 1, 4]);
        confirmed.ValidationSummary.ShouldBe(
            new ValidationSummary
            {
                Human = 1,
                Timeout = 2,
                Auto = 0,
            }
        );
    }

    [Fact]
    [Trait("Scenario", "S-530")]
    public void The_processed_fact_and_the_notice_name_exactly_the_rows_of_the_deadline()
    {
        var outcome = Releases.Of(Due(Rows.Proposed(1, Rows.Anna, 0.9m), Rows.Undecided(2), Human), Members, Rows.Unknown, Deadline);

        var processed = Fact<ValidationTimeoutProcessed>(outcome);
        processed
            .AutoConfirmedAssociations.Select(entry => (entry.EssayId, entry.StudentId, entry.ConfidenceScore))
            .ShouldBe([(Rows.Id(1001), Rows.Anna, 0.9m)]);
        processed.GuestEssays.ShouldBe([Rows.Id(1002)]);
        processed.UnknownStudentId.ShouldBe(Rows.Unknown);
        processed.TimeoutHours.ShouldBe(24m);
        processed.UserId.ShouldBe("teacher-1");
        processed.ProcessingTimestamp.ShouldBe(Deadline);
        var notice = Fact<TeacherNotificationRequested>(outcome);
        notice.NotificationType.ShouldBe(NotificationType.ValidationTimeoutProcessed);
        notice.Priority.ShouldBe(NotificationPriority.Immediate);
        notice.ActionRequired.ShouldBeFalse();
        notice.Payload["confirmed"].GetInt32().ShouldBe(1);
        notice.Payload["unknown"].GetInt32().ShouldBe(1);
        notice.Payload["confirmed_essay_ids"][0].GetGuid().ShouldBe(Rows.Id(1001));
        notice.Payload["unknown_essay_ids"][0].GetGuid().ShouldBe(Rows.Id(1002));
        notice.Payload["timeout_hours"].GetDecimal().ShouldBe(24m);
    }

    [Fact]
    public void Who_needs_no_unknown_student_names_none()
    {
        var proven = Due(Rows.Proposed(1, Rows.Anna, 0.9m), Human);

        Releases.NeedsUnknown(proven, Members).ShouldBeFalse();
        Releases.NeedsUnknown(Due(Rows.Undecided(2)), Members).ShouldBeTrue();
        Releases.NeedsUnknown(Due(Rows.Proposed(1, Rows.Anna, 0.9m), Rows.Undecided(2)), Members).ShouldBeTrue();
        Fact<ValidationTimeoutProcessed>(Releases.Of(proven, Members, null, Deadline)).UnknownStudentId.ShouldBeNull();
        Should
            .Throw<InvalidOperationException>(() => Releases.Of(Due(Rows.Undecided(2)), Members, null, Deadline))
            .Message.ShouldContain("UNKNOWN");
    }

    [Fact]
    public void The_class_is_asked_for_the_proposed_students_of_undecided_rows_alone() =>
        TimeoutRelease.Proposed(Due(Rows.Proposed(1, Rows.Anna, 0.9m), Rows.Undecided(2), Human)).ShouldBe([Rows.Anna]);
}
