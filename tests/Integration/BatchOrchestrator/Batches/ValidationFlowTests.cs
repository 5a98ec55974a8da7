using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class ValidationFlowTests
{
    internal static readonly string[] RegularPath =
    [
        "awaiting_content_validation",
        "awaiting_student_validation",
        "student_validation_completed",
        "ready_for_pipeline_execution",
    ];

    [Fact, Trait("Scenario", "S-101")]
    public async Task A_regular_batch_goes_through_all_four_statuses()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();

        var content = batch.Completed();
        await bos.FeedAsync(content);
        (await bos.TextsAsync(batch)).ShouldBe(content.EssaysForProcessing.Select(text => text.TextStorageId));
        await bos.FeedAsync(batch.Confirmed());
        await bos.FeedAsync(batch.Ready());

        (await bos.PathAsync(batch)).ShouldBe(RegularPath);
        (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Select(fact => WireEnum.Name(fact.Data.ToStatus)).ShouldBe(RegularPath);
        (await bos.NoticesAsync(batch)).ShouldBe(["student_matching_started", "batch_ready"]);
        (await bos.CountAsync("batch_essays where stored and decided_at is not null")).ShouldBe(3);
        (await bos.OneAsync("select version from batches")).ShouldBe(4);
    }

    [Fact, Trait("Scenario", "S-102")]
    public async Task A_guest_batch_is_ready_with_its_content_and_starts_no_matching()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync(BatchKind.Guest, essays: 2);

        await bos.FeedAsync(batch.Completed());

        (await bos.PathAsync(batch)).ShouldBe(["awaiting_content_validation", "ready_for_pipeline_execution"]);
        (await bos.CountAsync("batch_essays where stored")).ShouldBe(2);
        (await bos.LogAsync<InitiateStudentMatching>(batch.BatchId)).ShouldBeEmpty();
        (await bos.NoticesAsync(batch)).ShouldBe(["batch_ready"]);
    }

    [Fact, Trait("Scenario", "S-104")]
    public async Task The_matching_command_carries_everything_that_matching_needs()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();

        var content = batch.Completed();
        var eventId = await bos.Service.FeedAsync(content);
        await bos.Service.DrainAsync();

        var command = (await bos.LogAsync<InitiateStudentMatching>(batch.BatchId)).Single();
        (command.Data.ClassId, command.Data.CourseCode).ShouldBe((bos.ClassId, CourseCode.Sv2));
        (command.UserId, command.OrgId).ShouldBe((NeighbourFacts.Owner, BosTest.School));
        command.Data.EssaysToProcess.ShouldBe(content.EssaysForProcessing);
        command.CausationId.ShouldBe(eventId.ToString());
    }

    [Fact, Trait("Scenario", "S-110")]
    public async Task Ready_before_confirmed_waits_parked_and_passes_through_both_states()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed());

        await bos.FeedAsync(batch.Ready());
        (await bos.StatusAsync(batch)).ShouldBe("awaiting_student_validation");
        (await bos.CountAsync("parked_facts where kind = 'essays_ready' and envelope ->> 'event_id' = event_id::text")).ShouldBe(1);
        (await bos.OutcomesAsync<BatchEssaysReady>(batch)).ShouldBe(["parked"]);
        await bos.FeedAsync(batch.Confirmed());

        (await bos.PathAsync(batch)).ShouldBe(RegularPath);
        (await bos.ListAsync<bool>("select replayed from batch_status_history order by seq")).ShouldBe([false, false, false, true]);
        (await bos.CountAsync("parked_facts")).ShouldBe(0);
        (await bos.CountAsync("batch_essays where stored")).ShouldBe(3);
    }

    [Fact, Trait("Scenario", "S-204")]
    public async Task A_batch_with_a_failed_file_goes_on_with_the_others()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        var content = batch.Completed(provisioned: 2);

        await bos.FeedAsync(batch.Errors(critical: false), content);
        (await bos.StatusAsync(batch)).ShouldBe("awaiting_student_validation");
        var counts = (await bos.GetAsync($"/v1/batches/{batch.BatchId}/status")).GetProperty("counts");
        (counts.GetProperty("provisioned").GetInt32(), counts.GetProperty("failed").GetInt32()).ShouldBe((2, 1));
        await bos.FeedAsync(batch.Confirmed(1, 2), batch.Ready() with { ReadyEssays = content.EssaysForProcessing });

        (await bos.PathAsync(batch)).ShouldBe(RegularPath);
        (await bos.GetAsync($"/internal/v1/batches/{batch.BatchId}/essays")).GetArrayLength().ShouldBe(2);
    }

    [Fact, Trait("Scenario", "S-118")]
    public async Task A_batch_without_any_text_fails_and_its_teacher_is_told()
    {
        await using var bos = await BosTest.StartAsync();
        var (critical, empty) = (await bos.RegisterAsync(), await bos.RegisterAsync());

        await bos.FeedAsync(critical.Errors(critical: true), empty.Completed(provisioned: 0));

        (await bos.StatusAsync(critical)).ShouldBe("failed_critically");
        (await bos.StatusAsync(empty)).ShouldBe("content_ingestion_failed");
        (await bos.NoticesAsync(critical)).ShouldBe(["batch_failed"]);
        (await bos.NoticesAsync(empty)).ShouldBe(["batch_failed"]);
        (await bos.GetAsync($"/v1/batches/{empty.BatchId}/status")).GetProperty("client_status").GetString().ShouldBe("failed");
    }
}
