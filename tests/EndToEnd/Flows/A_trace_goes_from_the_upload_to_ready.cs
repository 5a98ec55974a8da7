using System.Diagnostics;
using Phase1.Events;
using Phase1.Messaging.Telemetry;
using Phase1.Tests.Infrastructure.Suites;
using Phase1.Tests.Infrastructure.Telemetry;

namespace Phase1.EndToEnd.Tests.Flows;

[Collection("flows")]
public class A_trace_goes_from_the_upload_to_ready(SuiteFixture fixture)
{
    static readonly string[] AllServices =
    [
        "batch_orchestrator_service",
        "class_management_service",
        "essay_lifecycle_service",
        "file_service",
        "nlp_service",
    ];

    readonly Phase1TestContext _context = fixture.Context;

    [Fact]
    public async Task When_the_teacher_accepts_every_suggestion()
    {
        using var trace = new ListenedTrace();
        var batch = await UploadAsync(trace);
        await _context.WaitForSuggestionsAsync(batch);
        await _context.AcceptAllAsync(batch);

        await FollowAsync(trace, batch);
    }

    [Fact]
    public async Task When_the_deadline_releases_the_batch()
    {
        using var trace = new ListenedTrace();
        var batch = await UploadAsync(trace);
        await _context.WaitForSuggestionsAsync(batch);
        await _context.AdvanceTimeAsync(TimeSpan.FromHours(25));

        await FollowAsync(trace, batch);
    }

    async Task<TestBatch> UploadAsync(ListenedTrace trace)
    {
        var batch = await _context.RegisterBatchAsync(BatchKind.Regular, CourseCode.Eng6, 3);
        await _context.UploadAsync(batch, [.. batch.Students.Select(Phase1TestContext.TextBy)], trace.Place);
        return batch;
    }

    /// <summary>From the record that made the batch ready, parent by parent, up to the teacher's own span: through all services.</summary>
    async Task FollowAsync(ListenedTrace trace, TestBatch batch)
    {
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await _context.Suite.DrainAsync();

        var ready = trace.Processing(Topics.BatchEssaysReady).Single(IsBatchOrchestrators);
        var way = trace.WayTo(ready);
        way.ShouldAllBe(span => span.TraceId == trace.Id && span.TraceStateString == ListenedTrace.State);
        way[0].Source.Name.ShouldBe("Microsoft.AspNetCore");
        way[0].ParentSpanId.ShouldBe(trace.Origin);
        way.Skip(1).Select(span => span.Source.Name).Distinct().ShouldBe(AllServices.Select(TelemetryNames.Of), ignoreOrder: true);
        var changes = await _context.Suite.Log.FactsAsync<BatchStatusChanged>(TestContext.Current.CancellationToken);
        var change = changes.Single(fact => fact.Data.BatchId == batch.Id && fact.Data.ToStatus == BatchStatus.ReadyForPipelineExecution);
        change.Header.Metadata![EventMetadata.TraceParent].ShouldBe(ready.Id);
        change.Header.Metadata[EventMetadata.TraceState].ShouldBe(ListenedTrace.State);
    }

    static bool IsBatchOrchestrators(Activity span) => span.Source.Name == TelemetryNames.Of("batch_orchestrator_service");
}
