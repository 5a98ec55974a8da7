using System.Net.Http.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outcomes;

/// <summary>One suite in which a batch has come to each kind of end: finished with a correction, cancelled, unreadable, released by the deadline.</summary>
public sealed class EveryOutcome : IAsyncLifetime
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    public SuiteUnderTest Suite { get; private set; } = null!;

    public TestBatch Finished { get; private set; } = null!;

    public TestBatch Cancelled { get; private set; } = null!;

    public TestBatch Unreadable { get; private set; } = null!;

    public TestBatch Forgotten { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Suite = await SuiteUnderTest.StartAsync(portal: _ => { });
        var context = new Phase1TestContext(Suite);
        Finished = await FinishedAsync(context);
        Cancelled = await CancelledAsync(context);
        Unreadable = await UnreadableAsync(context);
        Forgotten = await ForgottenAsync(context);
        await Suite.DrainAsync();
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    /// <summary>All notifications that were published.</summary>
    public async Task<IReadOnlyList<LoggedFact<TeacherNotificationRequested>>> NotificationsAsync() =>
        await Suite.Log.FactsAsync<TeacherNotificationRequested>(Token);

    /// <summary>The types of a batch's notifications, in the order of the alphabet.</summary>
    public static IEnumerable<string> TypesOf(IEnumerable<LoggedFact<TeacherNotificationRequested>> notifications, TestBatch batch) =>
        notifications
            .Where(notification => notification.Data.BatchId == batch.Id)
            .Select(notification => notification.Data.NotificationType)
            .Order(StringComparer.Ordinal);

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

    /// <summary>A pipeline is asked for too early, and then the batch is cancelled.</summary>
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
                return TypesOf(notices, batch).Count(type => type == "student_matching_reminder") == times;
            },
            Token
        );

    static object Pipeline(Phase1TestContext context) => new { requested_pipeline = "spellcheck", client_correlation_id = context.NewId() };

    static async Task<int> PostAsync(Phase1TestContext context, string service, TestBatch batch, string what, object body)
    {
        using var client = context.Suite.Client(service, batch.Teacher);
        return (int)(await client.PostAsJsonAsync($"/v1/batches/{batch.Id}/{what}", body, Token)).StatusCode;
    }
}

[CollectionDefinition(nameof(EveryOutcome))]
public sealed class EveryOutcomeCollection : ICollectionFixture<EveryOutcome>;
