using System.Net;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Feedback;

/// <summary>From the command to the outcome and the teacher's page.</summary>
public sealed class FeedbackFlowTests
{
    const string Text = "Tove Hallgren 2026-02-11\nSvenska 1\n\nDet regnade, och Priya Ramans hund var våt. Skriv till tove@skola.example.";

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "CCR-60")]
    public async Task Each_essay_gets_feedback_and_no_name_leaves()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command(Text, Text);

        var outcome = await feedback.CompleteAsync(command);

        (outcome.PhaseName, outcome.PhaseStatus, outcome.RunId).ShouldBe(
            (Phase.AiFeedback, PhaseStatus.CompletedSuccessfully, command.RunId)
        );
        outcome.ProcessedEssays.Select(essay => essay.EssayId).ShouldBe(command.EssaysToProcess.Select(essay => essay.EssayId));
        feedback.Asked.Count.ShouldBe(2);
        foreach (var name in new[] { "Tove", "Hallgren", "Priya", "Raman", "skola.example" })
        {
            feedback.Asked.ShouldAllBe(body => !body.ToJsonString().Contains(name, StringComparison.OrdinalIgnoreCase));
        }
        var first = feedback.Asked.Single(body => IdIn(body, "essay_id") == command.EssaysToProcess[0].EssayId);
        ((string?)first["messages"]![1]!["content"]).ShouldBe("Det regnade, och [ELEV 1] hund var våt. Skriv till [E-POST].");
        ((string?)first["task_type"]).ShouldBe("essay_feedback");
        ((string?)first["context"]!["course_code"]).ShouldBe("SV1");
        var read = await feedback.ReadAsync(command.BatchId);
        ((string?)read["state"]).ShouldBe("done");
        ((int)read["counts"]!["done"]!).ShouldBe(2);
        ((string?)read["essays"]![0]!["feedback"]!["summary"]).ShouldBe("Tove svarar på frågan.");
        ((string?)read["essays"]![0]!["feedback"]!["next_step"]).ShouldBe("Visa Priya texten.");
        (
            (string)(await feedback.ScalarAsync("select feedback::text from essay_feedback where run_id = $1 limit 1", command.RunId))!
        ).ShouldNotContain("Tove");
    }

    [Fact]
    public async Task Nobody_else_reads_it_and_while_names_are_away_the_placeholders_stay()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command(Text);
        await feedback.CompleteAsync(command);
        using var other = feedback.Service.As("teacher-2");
        feedback.Service.Others.Away("/internal/v1/batches/.*/student-names");

        (await other.GetAsync($"/v1/batches/{command.BatchId}/feedback", Ending)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((string?)(await feedback.ReadAsync(command.BatchId))["essays"]![0]!["feedback"]!["summary"]).ShouldBe("[ELEV] svarar på frågan.");
    }

    [Fact]
    [Trait("Scenario", "COST-26")]
    public async Task The_same_command_twice_is_one_run_and_other_phases_are_others_business()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command(Text);
        await feedback.CompleteAsync(command);
        await feedback.FeedAsync(command);
        await feedback.FeedAsync(command with { Phase = Phase.Spellcheck, RunId = feedback.Service.NewId() });
        await feedback.CompleteAsync(feedback.Command(Text));

        feedback.Asked.Count.ShouldBe(2);
        (await feedback.ScalarAsync("select count(*) from feedback_runs where batch_id = $1", command.BatchId)).ShouldBe(1L);
    }

    [Fact]
    public async Task A_command_without_essays_has_failed_as_a_whole()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();

        var outcome = await feedback.CompleteAsync(feedback.Command());

        (outcome.PhaseStatus, outcome.ProcessedEssays.Count).ShouldBe((PhaseStatus.FailedCritically, 0));
    }

    [Fact]
    public async Task What_is_wrong_with_an_essay_costs_that_essay_alone()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command(Text, null, "Tove Hallgren", $"{Text} {new string('x', 50_000)}", Text);
        feedback.Answer(body =>
            (string?)body["task_type"] == "long_essay" ? FeedbackUnderTest.NoModel("context_too_small")
            : IdIn(body, "essay_id") == command.EssaysToProcess[4].EssayId ? FeedbackUnderTest.Content("Bra!")
            : FeedbackUnderTest.Content(FeedbackUnderTest.Good)
        );

        var outcome = await feedback.CompleteAsync(command);

        outcome.PhaseStatus.ShouldBe(PhaseStatus.CompletedWithFailures);
        outcome.ProcessedEssays.ShouldHaveSingleItem().EssayId.ShouldBe(command.EssaysToProcess[0].EssayId);
        outcome.FailedEssayIds.ShouldBe(command.EssaysToProcess.Skip(1).Select(essay => essay.EssayId));
        (await feedback.ReadAsync(command.BatchId))["essays"]!
            .AsArray()
            .Select(essay => (string?)essay!["error_code"])
            .ShouldBe([null, "TEXT_UNAVAILABLE", "TEXT_EMPTY", "TEXT_TOO_LONG", "INVALID_ANSWER"]);
        // An answer that is no feedback is asked for once more, as a call of its own.
        var invalid = feedback.Asked.Where(body => IdIn(body, "essay_id") == command.EssaysToProcess[4].EssayId).ToList();
        invalid.Select(body => IdIn(body, "request_id")).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "COST-26")]
    public async Task A_lost_answer_is_asked_for_anew_and_one_that_is_there_is_not()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command(Text);
        feedback.Answer(_ => throw new HttpRequestException("The connection was cut."));
        await feedback.RunAsync(command, () => Task.FromResult(feedback.Asked.Count >= 2));
        feedback
            .Asked.Select(body => IdIn(body, "request_id"))
            .Distinct()
            .Count()
            .ShouldBe(1, "the same call until it is known to be lost");
        var cut = IdIn(feedback.Asked[0], "request_id");
        feedback.Answer(body =>
            IdIn(body, "request_id") == cut
                ? FakeHttp.Json(new { code = "ALREADY_SETTLED" }, HttpStatusCode.Conflict)
                : FeedbackUnderTest.Content(FeedbackUnderTest.Good)
        );

        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command));

        IdIn(feedback.Asked[^1], "request_id").ShouldNotBe(cut);
        (await feedback.FactsAsync<BatchPhaseCompleted>(command.BatchId)).ShouldHaveSingleItem().ProcessedEssays.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_written_for_a_cancelled_batch_whichever_record_comes_first()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var (before, after) = (feedback.Command(Text), feedback.Command(Text));
        feedback.Answer(_ => FeedbackUnderTest.NoModel());
        await feedback.RunAsync(before, () => Task.FromResult(feedback.Asked.Count > 0));
        await feedback.FeedAsync(Cancelled(feedback, before.BatchId));
        await feedback.FeedAsync(Cancelled(feedback, after.BatchId));
        await feedback.Service.DrainAsync();
        var asked = feedback.Asked.Count;
        feedback.Answer(_ => FeedbackUnderTest.Content(FeedbackUnderTest.Good));
        await feedback.FeedAsync(after);

        await feedback.CompleteAsync(feedback.Command(Text));

        (await feedback.StateAsync(before)).ShouldBe("cancelled");
        (await feedback.FactsAsync<BatchPhaseCompleted>(before.BatchId)).ShouldBeEmpty();
        (await feedback.FactsAsync<BatchPhaseCompleted>(after.BatchId)).ShouldBeEmpty();
        feedback.Asked.Skip(asked).ShouldAllBe(body => IdIn(body, "batch_id") != after.BatchId);
    }

    [Fact]
    public async Task A_deleted_batch_leaves_nothing()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command(Text);
        await feedback.CompleteAsync(command);

        await feedback.FeedAsync(
            new BatchDeleted
            {
                BatchId = command.BatchId,
                UserId = FeedbackUnderTest.Teacher,
                Reason = DeletionReason.Teacher,
                TextStorageIds = [],
                OccurredAt = feedback.Service.Clock.GetUtcNow(),
            }
        );
        await feedback.Service.DrainAsync();

        const string Rows = """
            select (select count(*) from feedback_runs) + (select count(*) from feedback_essays) + (select count(*) from essay_feedback) where $1 is not null
            """;
        (await feedback.ScalarAsync(Rows, command.BatchId)).ShouldBe(0L);
    }

    static Guid? IdIn(JsonNode body, string name) => Guid.TryParse((string?)(body[name] ?? body["context"]![name]), out var id) ? id : null;

    static BatchStatusChanged Cancelled(FeedbackUnderTest feedback, Guid batchId) =>
        new()
        {
            BatchId = batchId,
            FromStatus = BatchStatus.ProcessingPipelines,
            ToStatus = BatchStatus.Cancelled,
            Trigger = "cancel",
            ClassType = BatchKind.Regular,
            ClassId = feedback.Service.NewId(),
            UserId = FeedbackUnderTest.Teacher,
            OccurredAt = feedback.Service.Clock.GetUtcNow(),
        };
}
