using System.Net.Http.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Notices;

/// <summary>One suite, the real causes, and every notification that came of them.</summary>
public sealed class Teachers_are_told_what_was_agreed
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "S-601")]
    public async Task Once_for_every_cause_with_its_priority_action_and_deadline_and_no_name()
    {
        await using var suite = await SuiteUnderTest.StartAsync();
        var context = new Phase1TestContext(suite);
        var finished = await FinishedAsync(context);
        var cancelled = await CancelledAsync(context);
        var unreadable = await UnreadableAsync(context);
        var forgotten = await ForgottenAsync(context);
        await suite.DrainAsync();

        var notices = (await suite.Log.FactsAsync<TeacherNotificationRequested>(Token)).Select(fact => fact.Data).ToList();
        TypesOf(notices, finished)
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
        TypesOf(notices, cancelled)
            .ShouldBe([
                "batch_cancelled",
                "batch_content_completed",
                "batch_files_uploaded",
                "pipeline_denied_batch_not_ready",
                "student_matching_confirmation_required",
                "student_matching_started",
            ]);
        TypesOf(notices, unreadable).ShouldBe(["batch_failed", "batch_files_uploaded", "batch_validation_failed"]);
        TypesOf(notices, forgotten)
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
        notices.ShouldAllBe(notice => NoticeTable.Agreed(notice).Contains(NoticeTable.Of(notice)));
        string[] names =
        [
            .. finished.Students.Concat(cancelled.Students).SelectMany(student => new[] { student.FirstName, student.LastName }),
        ];
        notices
            .SelectMany(notice => notice.Payload.Values)
            .ShouldAllBe(value => !names.Any(name => value.GetRawText().Contains(name, StringComparison.OrdinalIgnoreCase)));
        (await StoredAsync(suite)).ShouldBe(notices.Count);
    }

    /// <summary>The teacher decides, a pipeline runs and loses an essay, an author is corrected.</summary>
    static async Task<TestBatch> FinishedAsync(Phase1TestContext context)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv2, 2);
        await context.WaitForSuggestionsAsync(batch);
        await context.AcceptAllAsync(batch);
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        (await PostAsync(context, SuiteUnderTest.BatchOrchestrator, batch, "pipelines", Pipeline(context))).ShouldBe(202);
        var rows = (await context.AssociationsAsync(batch)).EnumerateArray().ToList();
        Guid[] essays = [.. rows.Select(row => row.GetProperty("essay_id").GetGuid())];
        var neighbours = new NeighbourFacts(batch.Id, batch.ClassId, batch.Course, essays, context.Suite.Clock);
        await context.Suite.FeedAsync(neighbours.Ended(Phase.Spellcheck, PhaseStatus.CompletedWithFailures, failed: 1));
        await context.WaitForStateAsync(batch, BatchStatus.CompletedWithFailures);
        using var client = context.Suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        var corrected = await client.PutAsJsonAsync(
            $"/v1/batches/{batch.Id}/student-associations/{essays[0]}",
            new { student_id = "unknown", association_version = 1 },
            Token
        );
        corrected.EnsureSuccessStatusCode();
        return batch;
    }

    /// <summary>A pipeline is asked for too early, and then the batch is given up.</summary>
    static async Task<TestBatch> CancelledAsync(Phase1TestContext context)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng5, 1);
        await context.WaitForSuggestionsAsync(batch);
        (await PostAsync(context, SuiteUnderTest.BatchOrchestrator, batch, "pipelines", Pipeline(context))).ShouldBe(409);
        (await PostAsync(context, SuiteUnderTest.BatchOrchestrator, batch, "cancel", new { })).ShouldBe(200);
        return batch;
    }

    /// <summary>Its only file has no text.</summary>
    static async Task<TestBatch> UnreadableAsync(Phase1TestContext context)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Guest, CourseCode.Sv1, 1, (_, _) => "   \n");
        await context.WaitForStateAsync(batch, BatchStatus.FailedCritically);
        return batch;
    }

    /// <summary>Nobody decides: two reminders, and the deadline.</summary>
    static async Task<TestBatch> ForgottenAsync(Phase1TestContext context)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng7, 1);
        await context.WaitForSuggestionsAsync(batch);
        await context.Suite.DrainAsync();
        await context.AdvanceTimeAsync(TimeSpan.FromHours(12));
        await RemindedAsync(context, batch, times: 1);
        await context.AdvanceTimeAsync(TimeSpan.FromHours(10));
        await RemindedAsync(context, batch, times: 2);
        await context.AdvanceTimeAsync(TimeSpan.FromHours(2));
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        return batch;
    }

    // The monitor works beside us: the clock has moved before it has looked.
    static Task RemindedAsync(Phase1TestContext context, TestBatch batch, int times) =>
        Eventually.BecomesTrueAsync(
            async () =>
            {
                var notices = await context.Suite.Log.FactsAsync<TeacherNotificationRequested>(Token);
                return TypesOf(notices.Select(fact => fact.Data), batch).Count(type => type == "student_matching_reminder") == times;
            },
            Token
        );

    static object Pipeline(Phase1TestContext context) => new { requested_pipeline = "spellcheck", client_correlation_id = context.NewId() };

    static async Task<int> PostAsync(Phase1TestContext context, string service, TestBatch batch, string what, object body)
    {
        using var client = context.Suite.Client(service, batch.Teacher);
        return (int)(await client.PostAsJsonAsync($"/v1/batches/{batch.Id}/{what}", body, Token)).StatusCode;
    }

    static IEnumerable<string> TypesOf(IEnumerable<TeacherNotificationRequested> notices, TestBatch batch) =>
        notices.Where(notice => notice.BatchId == batch.Id).Select(notice => notice.NotificationType).Order(StringComparer.Ordinal);

    static async Task<long> StoredAsync(SuiteUnderTest suite)
    {
        await using var command = suite.Database(SuiteUnderTest.ClassManagement).CreateCommand("select count(*) from notifications");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
