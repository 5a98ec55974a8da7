using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Deadlines;
using Phase1.Unit.Tests.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Deadlines;

public class ScheduleTests
{
    static readonly Schedule Usual = new(new AssociationOptions());
    static readonly AssociationSet Opened = Usual.Opened(Rows.Set());
    static readonly AssociationSet Suggested = Usual.Called(
        Usual.Suggested(Opened, Rows.Morning.AddMinutes(1)),
        Rows.Morning.AddMinutes(1)
    );

    [Fact]
    public void A_new_set_is_looked_at_when_the_suggestions_are_late()
    {
        Opened.DeadlineAt.ShouldBe(Rows.Morning.AddHours(24));
        Opened.NextDueAt.ShouldBe(Rows.Morning.AddMinutes(30));
        Usual.DueAt(Opened, Rows.Morning.AddMinutes(30)).LateCall.ShouldBeTrue();
        Usual.DueAt(Opened, Rows.Morning.AddMinutes(30).AddTicks(-1)).ShouldBe(DueWork.Nothing);
    }

    [Fact]
    public void The_suggestions_begin_the_full_time()
    {
        var late = Usual.Suggested(Usual.Reminded(Usual.Called(Opened, Rows.Morning), 1), Rows.Morning.AddHours(13));

        late.DeadlineAt.ShouldBe(Rows.Morning.AddHours(37));
        late.NextDueAt.ShouldBe(Rows.Morning.AddHours(25));
    }

    [Theory]
    [InlineData(11, null, false)]
    [InlineData(12, 1, false)]
    [InlineData(22, 2, true)]
    [InlineData(23, 2, true)]
    public void Of_the_reminders_that_have_passed_the_latest_alone_is_due(int hours, int? passed, bool last)
    {
        var due = Usual.DueAt(Suggested, Rows.Morning.AddMinutes(1).AddHours(hours));

        due.RemindersPassed.ShouldBe(passed);
        due.Timeout.ShouldBeFalse();
        if (passed is not null)
        {
            due.LastReminder.ShouldBe(last);
        }
    }

    [Fact]
    public void A_reminder_is_due_once()
    {
        var reminded = Usual.Reminded(Suggested, 1);

        Usual.DueAt(reminded, Rows.Morning.AddHours(13)).RemindersPassed.ShouldBeNull();
        reminded.NextDueAt.ShouldBe(Rows.Morning.AddMinutes(1).AddHours(22));
        Usual.Reminded(reminded, 2).NextDueAt.ShouldBe(reminded.DeadlineAt);
    }

    [Fact]
    public void Exactly_at_the_deadline_the_time_is_over_and_nothing_else_is_due()
    {
        Usual.DueAt(Suggested, Suggested.DeadlineAt).ShouldBe(DueWork.Nothing with { Timeout = true });
        Usual.DueAt(Suggested with { State = SetState.Released }, Suggested.DeadlineAt).ShouldBe(DueWork.Nothing);
    }

    [Fact]
    public void Reminders_beyond_the_timeout_are_dropped()
    {
        var schedule = new Schedule(new AssociationOptions { Timeout = TimeSpan.FromHours(12) });

        schedule.Called(schedule.Opened(Rows.Set()), Rows.Morning).NextDueAt.ShouldBe(Rows.Morning.AddHours(12));
    }

    [Fact]
    public void Before_the_suggestions_the_late_call_comes_before_the_reminders_and_never_twice()
    {
        var impatient = new Schedule(new AssociationOptions { SuggestionGrace = TimeSpan.FromHours(13) });
        var opened = impatient.Opened(Rows.Set());

        opened.NextDueAt.ShouldBe(Rows.Morning.AddHours(12));
        impatient.Reminded(opened, 1).NextDueAt.ShouldBe(Rows.Morning.AddHours(13));
        impatient.Reminded(impatient.Called(opened, Rows.Morning.AddHours(13)), 1).NextDueAt.ShouldBe(Rows.Morning.AddHours(22));
        impatient.DueAt(impatient.Called(opened, Rows.Morning), Rows.Morning.AddHours(13)).LateCall.ShouldBeFalse();
    }

    [Fact]
    public void With_the_suggestions_nobody_is_called_about_their_absence()
    {
        var suggested = Usual.Suggested(Opened, Rows.Morning.AddMinutes(1));

        suggested.SuggestedAt.ShouldBe(Rows.Morning.AddMinutes(1));
        suggested.NextDueAt.ShouldBe(Rows.Morning.AddMinutes(1).AddHours(12));
        Usual.DueAt(suggested, Rows.Morning.AddHours(1)).ShouldBe(DueWork.Nothing);
    }

    [Fact]
    public void The_timeout_is_the_configured_one() =>
        new Schedule(new AssociationOptions { Timeout = TimeSpan.FromHours(12) }).Timeout.ShouldBe(TimeSpan.FromHours(12));

    [Fact]
    public void Between_two_reminders_the_first_is_not_the_last()
    {
        Usual
            .DueAt(Suggested, Rows.Morning.AddMinutes(1).AddHours(12))
            .ShouldBe(new DueWork(Timeout: false, LateCall: false, 1, LastReminder: false));
        Usual
            .DueAt(Suggested, Rows.Morning.AddMinutes(1).AddHours(22))
            .ShouldBe(new DueWork(Timeout: false, LateCall: false, 2, LastReminder: true));
        Usual.DueAt(Suggested, Rows.Morning.AddMinutes(1).AddHours(12).AddTicks(-1)).ShouldBe(DueWork.Nothing);
    }

    [Fact]
    public void A_set_that_is_closed_is_owed_nothing_at_any_time()
    {
        foreach (var state in new[] { SetState.Released, SetState.Cancelled })
        {
            Usual.DueAt(Suggested with { State = state }, Rows.Morning.AddHours(13)).ShouldBe(DueWork.Nothing);
        }
    }
}
