using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.OutsideProducers;

[Collection("outside producers")]
public sealed class Whole_batches_are_fed_with_kcat(OutsideFixture fixture)
{
    const string At = "2026-01-05 07:30:00";

    [Fact]
    public async Task From_registration_to_ready_and_the_results_are_read_back()
    {
        var outside = fixture.Outside;
        var batch = await outside.Context.RegisterBatchAsync(BatchKind.Regular, CourseCode.Sv2, 3);

        await outside.SendAsync(batch, await outside.ContentsAsync(batch));
        await outside.Context.WaitForSuggestionsAsync(batch);
        await outside.Context.AcceptAllAsync(batch);
        await outside.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await outside.Context.Suite.DrainAsync();

        var changes = await outside.HeardAsync(OutsideProducer.StatusChanged, batch);
        changes
            .Select(change => change["data"]!["to_status"]!.GetValue<string>())
            .ShouldBe([
                "awaiting_content_validation",
                "awaiting_student_validation",
                "student_validation_completed",
                "ready_for_pipeline_execution",
            ]);
        foreach (var change in changes)
        {
            Text(change, "event_type").ShouldBe("huleedu.batch.status.changed.v1");
            Text(change, "source_service").ShouldBe("batch_orchestrator_service");
            Text(change, "correlation_id").ShouldBe(batch.CorrelationId.ToString());
            Text(change["metadata"]!, "user_id").ShouldBe(batch.Teacher);
            Text(change["metadata"]!, "org_id").ShouldBe(SuiteUnderTest.School);
            Text(change["data"]!, "class_type").ShouldBe("REGULAR");
            Text(change["data"]!, "class_id").ShouldBe(batch.ClassId.ToString());
        }
        var ready = (await outside.HeardAsync(OutsideProducer.EssaysReady, batch)).ShouldHaveSingleItem()["data"]!;
        (Text(ready, "batch_id"), Text(ready, "course_code"), Text(ready, "course_language")).ShouldBe((batch.Id.ToString(), "SV2", "sv"));
        var sent = await outside.Kcat.ReadAsync(OutsideProducer.ContentProvisioned, batch.Id.ToString());
        ready["ready_essays"]!
            .AsArray()
            .Select(essay => Text(essay!, "text_storage_id"))
            .ShouldBe(sent.Select(content => Text(content.Record["data"]!, "text_storage_id")), ignoreOrder: true);
        await outside.Context.VerifyEventChainAsync(batch);
        await OneRowForAllAsync(outside, batch);
    }

    [Fact]
    [Trait("Scenario", "S-711")]
    public async Task Also_by_a_producer_that_writes_the_same_otherwise()
    {
        var outside = fixture.Outside;
        var batch = await outside.Context.RegisterBatchAsync(BatchKind.Guest, CourseCode.Eng6, 2);
        var contents = await outside.ContentsAsync(batch);
        foreach (var record in contents)
        {
            WriteOtherwise(record);
        }

        await outside.Kcat.ProduceAsync(OutsideProducer.ContentProvisioned, batch.Id.ToString(), contents);
        await outside.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await outside.Context.Suite.DrainAsync();

        (await outside.HeardAsync(OutsideProducer.StatusChanged, batch))
            .Select(change => change["data"]!["to_status"]!.GetValue<string>())
            .ShouldBe(["awaiting_content_validation", "ready_for_pipeline_execution"]);
        (await outside.HeardAsync(OutsideProducer.EssaysReady, batch)).ShouldBeEmpty();
        (await outside.HeardAsync("huleedu.els.essay.slot.assigned.v1", batch))
            .Select(slot => Text(slot["data"]!, "file_upload_id"))
            .ShouldBe(contents.Select(record => Text(record["data"]!, "file_upload_id").ToLowerInvariant()), ignoreOrder: true);
        await SuiteLedger.ShouldBalanceAsync(outside.Context, [batch], withDeadLetters: true);
        (await outside.Context.Suite.HoldingAsync("kanariefågel")).ShouldBeEmpty();
        // The timeline is written beside the flow, in its own time.
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await outside.Context.FlowAsync();
                return await OccurredAsync(outside, batch) is [At, At];
            },
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    [Trait("Scenario", "S-711")]
    public async Task And_the_names_that_a_matcher_elsewhere_sends_along_are_dropped()
    {
        var outside = fixture.Outside;
        var batch = await outside.Context.RegisterBatchAsync(BatchKind.Regular, CourseCode.Sv1, 1);
        await outside.SendAsync(batch, await outside.ContentsAsync(batch));
        await outside.Context.WaitForSuggestionsAsync(batch);
        var ours = (await outside.HeardAsync(OutsideProducer.Suggested, batch)).ShouldHaveSingleItem();

        var theirs = ours.DeepClone();
        theirs["event_id"] = outside.Context.NewId().ToString();
        theirs["source_service"] = "somebody_elses_matcher";
        var suggestion = theirs["data"]!["match_results"]![0]!["suggestions"]![0]!;
        suggestion["student_name"] = "Kanariefågel Svensson";
        suggestion["student_email"] = "kanariefågel@example.org";
        suggestion["match_reasons"]!.AsArray().Add("Kanariefågel Svensson stands in the header");
        await outside.Kcat.ProduceAsync(OutsideProducer.Suggested, batch.Id.ToString(), theirs);
        await outside.Context.Suite.DrainAsync();

        var outcome = await outside.Context.Suite.TextsAsync(
            SuiteUnderTest.ClassManagement,
            "select outcome from inbox where event_id = $1",
            Guid.Parse(Text(theirs, "event_id"))
        );
        outcome.ShouldHaveSingleItem().ShouldBeOneOf("applied", "stale");
        (await outside.Context.Suite.HoldingAsync("kanariefågel")).ShouldBeEmpty();
        await outside.Context.AcceptAllAsync(batch);
        await outside.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
    }

    // Upper-case ids, times without an offset, and fields of their own, one of them a student's name.
    static void WriteOtherwise(JsonObject record)
    {
        var data = record["data"]!.AsObject();
        foreach (
            var (owner, field) in new[] { (record, "event_id"), (record, "correlation_id"), (data, "entity_id"), (data, "file_upload_id") }
        )
        {
            owner[field] = Text(owner, field).ToUpperInvariant();
        }
        record["event_timestamp"] = "2026-01-05T07:30:00";
        data["timestamp"] = "2026-01-05T07:30:00";
        record["trace"] = new JsonObject { ["span"] = 7 };
        data["pages"] = new JsonArray(1, 2);
        data["student_name"] = "Kanariefågel Svensson";
    }

    static async Task<List<string>> OccurredAsync(OutsideProducer outside, TestBatch batch)
    {
        const string Sql = """
            select (occurred_at at time zone 'UTC')::text from batch_timeline
            where batch_id = $1 and topic = 'huleedu.file.essay.content.provisioned.v1'
            """;
        return await outside.Context.Suite.TextsAsync(SuiteUnderTest.BatchOrchestrator, Sql, batch.Id);
    }

    // What kcat and the services send under one key lies in one partition: one worker has all of the batch.
    static async Task OneRowForAllAsync(OutsideProducer outside, TestBatch batch)
    {
        var partitions = new List<int>();
        foreach (var topic in new[] { OutsideProducer.ContentProvisioned, OutsideProducer.StatusChanged, OutsideProducer.EssaysReady })
        {
            partitions.AddRange((await outside.Kcat.ReadAsync(topic, batch.Id.ToString())).Select(read => read.Partition));
        }
        partitions.Distinct().ShouldHaveSingleItem();
    }

    static string Text(JsonNode owner, string field) => owner[field]!.GetValue<string>();
}
