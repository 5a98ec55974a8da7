using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outcomes;

[Collection(nameof(EveryOutcome))]
public sealed class Teachers_are_told_what_was_agreed(EveryOutcome outcome)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "S-601")]
    public async Task Once_for_every_cause_with_its_priority_action_and_deadline_and_no_name()
    {
        var published = await outcome.NotificationsAsync();
        var notices = published.Select(fact => fact.Data).ToList();
        EveryOutcome
            .TypesOf(published, outcome.Finished)
            .ShouldBe([
                "association_corrected",
                "batch_content_completed",
                "batch_files_uploaded",
                "batch_processing_started",
                "batch_ready",
                "pipeline_completed",
                "student_associations_confirmed",
                "student_matching_confirmation_required",
                "student_matching_started",
            ]);
        EveryOutcome
            .TypesOf(published, outcome.Cancelled)
            .ShouldBe([
                "batch_cancelled",
                "batch_content_completed",
                "batch_files_uploaded",
                "pipeline_denied_batch_not_ready",
                "student_matching_confirmation_required",
                "student_matching_started",
            ]);
        EveryOutcome.TypesOf(published, outcome.Unreadable).ShouldBe(["batch_failed", "batch_files_uploaded", "batch_validation_failed"]);
        EveryOutcome
            .TypesOf(published, outcome.Forgotten)
            .ShouldBe([
                "batch_content_completed",
                "batch_files_uploaded",
                "batch_ready",
                "student_matching_confirmation_required",
                "student_matching_reminder",
                "student_matching_reminder",
                "student_matching_started",
                "validation_timeout_processed",
            ]);
        notices.ShouldAllBe(notice => NotificationTable.Agreed(notice).Contains(NotificationTable.Of(notice)));
        string[] names =
        [
            .. outcome
                .Finished.Students.Concat(outcome.Cancelled.Students)
                .SelectMany(student => new[] { student.FirstName, student.LastName }),
        ];
        notices
            .SelectMany(notice => notice.Payload.Values)
            .ShouldAllBe(value => !names.Any(name => value.GetRawText().Contains(name, StringComparison.OrdinalIgnoreCase)));
        (await StoredAsync(outcome.Suite)).ShouldBe(notices.Count);
    }

    static async Task<long> StoredAsync(SuiteUnderTest suite)
    {
        await using var command = suite.Database(SuiteUnderTest.ClassManagement).CreateCommand("select count(*) from notifications");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
