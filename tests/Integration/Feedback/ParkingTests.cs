using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Feedback;

/// <summary>A run that cannot go on waits, and goes on with exactly the essays that are missing.</summary>
public sealed class ParkingTests
{
    const string Text = "Det regnade hela dagen, och kvällen kom tidigt.";

    static readonly Guid Budget = Guid.Parse("0190c0de-0000-7000-8000-0000000000b1");

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "E2E-06")]
    public async Task Without_money_it_is_parked_and_a_higher_budget_has_it_go_on_with_the_missing_essays()
    {
        await using var feedback = await OneByOneAsync();
        var (command, done) = (feedback.Command(Text, Text, Text, Text), 0);
        var tomorrow = feedback.Service.Clock.GetUtcNow().AddHours(9);
        feedback.Answer(_ => Interlocked.Increment(ref done) <= 2 ? Good() : FeedbackUnderTest.Refusal(Budget, tomorrow));

        await feedback.RunAsync(command, () => IsParkedAsync(feedback, command));

        Guid[] missing = [.. command.EssaysToProcess.Skip(2).Select(essay => essay.EssayId)];
        var parked = (await feedback.FactsAsync<BatchPhaseParked>(command.BatchId)).ShouldHaveSingleItem();
        (parked.Reason, parked.BudgetId, parked.ParkedUntil, parked.RunId).ShouldBe(("budget_exceeded", Budget, tomorrow, command.RunId));
        parked.MissingEssayIds.ShouldBe(missing);
        var told = (await feedback.FactsAsync<TeacherNotificationRequested>(command.BatchId)).ShouldHaveSingleItem();
        (told.NotificationType, told.Payload["missing"].GetInt32()).ShouldBe((NotificationType.AiFeedbackParked, 2));
        ((string?)(await feedback.ReadAsync(command.BatchId))["parked_reason"]).ShouldBe("budget_exceeded");
        var asked = feedback.Asked.Count;
        feedback.Service.Advance(TimeSpan.FromHours(1));
        await feedback.FeedAsync(Raised(feedback.Service.NewId()));
        await feedback.Service.DrainAsync();
        feedback.Asked.Count.ShouldBe(asked, "another budget is no news, and nothing is tried before its time");
        feedback.Answer(_ => Good());

        await feedback.FeedAsync(Raised(Budget));
        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command));

        (await feedback.FactsAsync<BatchPhaseResumed>(command.BatchId)).ShouldHaveSingleItem().MissingEssayIds.ShouldBe(missing);
        feedback.Asked.Skip(asked).Select(body => Guid.Parse((string)body["context"]!["essay_id"]!)).ShouldBe(missing);
        (await feedback.FactsAsync<BatchPhaseCompleted>(command.BatchId)).ShouldHaveSingleItem().ProcessedEssays.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_quota_that_begins_anew_has_it_go_on_by_the_clock()
    {
        await using var feedback = await OneByOneAsync();
        var command = feedback.Command(Text, Text);
        var tomorrow = feedback.Service.Clock.GetUtcNow().AddHours(2);
        feedback.Answer(_ =>
            feedback.Service.Clock.GetUtcNow() < tomorrow ? FeedbackUnderTest.Refusal(Budget, tomorrow, "quota_exceeded") : Good()
        );
        await feedback.RunAsync(command, () => IsParkedAsync(feedback, command));
        (await feedback.FactsAsync<BatchPhaseParked>(command.BatchId)).ShouldHaveSingleItem().Reason.ShouldBe("quota_exceeded");

        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command), TimeSpan.FromMinutes(10));

        feedback.Service.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(tomorrow);
        feedback.Asked.Count.ShouldBe(3, "one refusal, and each essay once");
    }

    [Fact]
    public async Task An_operator_has_it_go_on_and_nobody_else()
    {
        await using var feedback = await OneByOneAsync();
        var command = feedback.Command(Text);
        feedback.Answer(_ => FeedbackUnderTest.Refusal(Budget, null));
        await feedback.RunAsync(command, () => IsParkedAsync(feedback, command));
        feedback.Answer(_ => Good());
        using var teacher = feedback.Service.As(FeedbackUnderTest.Teacher);
        using var @operator = feedback.Service.As("operator-1", "operator");
        var address = $"/internal/v1/feedback/runs/{command.RunId}/resume";

        (await teacher.PostAsync(address, null, Ending)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await @operator.PostAsync($"/internal/v1/feedback/runs/{Budget}/resume", null, Ending)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var answer = await @operator.PostAsync(address, null, Ending);
        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command));

        ((string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Ending))!["state"]).ShouldBe("running");
        (await @operator.PostAsync(address, null, Ending)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_refusal_from_before_the_budget_was_raised_parks_nothing()
    {
        await using var feedback = await OneByOneAsync();
        var (command, asked) = (feedback.Command(Text), 0);
        feedback.Service.Others.On(
            HttpMethod.Post,
            "/v1/llm/completions",
            async _ =>
            {
                if (Interlocked.Increment(ref asked) > 1)
                {
                    return Good();
                }
                // While the refusal is on its way somebody raises the limit, and it is told.
                await feedback.FeedAsync(Raised(Budget));
                await feedback.Service.DrainAsync();
                return FeedbackUnderTest.Refusal(Budget, null);
            }
        );

        await feedback.CompleteAsync(command);

        (await feedback.FactsAsync<BatchPhaseParked>(command.BatchId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_model_it_waits_in_words_and_goes_on_when_one_is_back()
    {
        await using var feedback = await OneByOneAsync();
        var command = feedback.Command(Text, Text);
        feedback.Answer(_ => FeedbackUnderTest.NoModel());
        var began = feedback.Service.Clock.GetUtcNow();

        await feedback.RunAsync(command, () => IsParkedAsync(feedback, command), TimeSpan.FromSeconds(20));

        (feedback.Service.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
        (await feedback.FactsAsync<BatchPhaseParked>(command.BatchId)).ShouldHaveSingleItem().Reason.ShouldBe("no_provider");
        await feedback.RunUntilAsync(
            () => Task.FromResult(feedback.Service.Clock.GetUtcNow() > began.AddHours(2)),
            TimeSpan.FromMinutes(5)
        );
        (await feedback.FactsAsync<BatchPhaseParked>(command.BatchId)).Count.ShouldBe(1, "that it still waits is no news");
        (await feedback.FactsAsync<BatchPhaseResumed>(command.BatchId)).ShouldBeEmpty();
        feedback.Answer(_ => Good());
        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command), TimeSpan.FromMinutes(1));
        (await feedback.FactsAsync<BatchPhaseResumed>(command.BatchId)).ShouldHaveSingleItem().MissingEssayIds.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_day_without_a_model_the_rest_of_the_essays_fails()
    {
        await using var feedback = await OneByOneAsync();
        var (command, asked) = (feedback.Command(Text, Text, Text), 0);
        feedback.Answer(_ => Interlocked.Increment(ref asked) == 1 ? Good() : FeedbackUnderTest.NoModel());

        await feedback.RunAsync(command, () => feedback.HasEndedAsync(command), TimeSpan.FromMinutes(10));

        var outcome = (await feedback.FactsAsync<BatchPhaseCompleted>(command.BatchId)).ShouldHaveSingleItem();
        (outcome.PhaseStatus, outcome.ProcessedEssays.Count, outcome.FailedEssayIds.Count).ShouldBe(
            (PhaseStatus.CompletedWithFailures, 1, 2)
        );
        ((string?)(await feedback.ReadAsync(command.BatchId))["essays"]![2]!["error_code"]).ShouldBe("NO_PROVIDER");
    }

    [Theory]
    [Trait("Scenario", "CCR-60")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_nobody_knows_whose_names_are_to_be_masked_nothing_is_sent(bool isAway)
    {
        await using var feedback = await OneByOneAsync();
        var command = feedback.Command(Text);
        feedback.HaveAuthors(command);
        if (isAway)
        {
            feedback.Service.Others.Away("/internal/v1/batches/.*/student-names");
        }
        else
        {
            feedback.Service.Others.OnGet("/internal/v1/batches/.*/student-names", Array.Empty<object>());
        }
        await feedback.FeedAsync(command);

        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command), TimeSpan.FromMinutes(10));

        feedback.Asked.ShouldBeEmpty();
        (await feedback.FactsAsync<BatchPhaseCompleted>(command.BatchId))
            .ShouldHaveSingleItem()
            .PhaseStatus.ShouldBe(PhaseStatus.FailedCritically);
        ((string?)(await feedback.ReadAsync(command.BatchId))["essays"]![0]!["error_code"]).ShouldBe("MASKING_UNAVAILABLE");
    }

    static Task<FeedbackUnderTest> OneByOneAsync() =>
        FeedbackUnderTest.StartAsync(builder => builder.Configuration.AddInMemoryCollection([new("Feedback:Parallelism", "1")]));

    static HttpResponseMessage Good() => FeedbackUnderTest.Content(FeedbackUnderTest.Good);

    static async Task<bool> IsParkedAsync(FeedbackUnderTest feedback, InitiatePhase command) =>
        await feedback.StateAsync(command) == "parked";

    static LlmBudgetChanged Raised(Guid budget) =>
        new()
        {
            WorkspaceId = "org:school-1",
            BudgetId = budget,
            ScopeType = "workspace",
            ScopeId = "org:school-1",
            PeriodKey = "2026-03-02",
            LimitAmount = "20",
            LimitVersion = 1,
            ChangedBy = "admin-1",
            ReasonCode = "overridden",
        };
}
