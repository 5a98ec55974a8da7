using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Integration.Tests.ModelGateway.Completions;

namespace Phase1.Integration.Tests.Feedback;

/// <summary>Feedback, the gateway and a provider together: what is paid is what was asked for, and no name of the class reaches the provider.</summary>
public sealed class MoneyEndsTests(CallWorld world) : IClassFixture<CallWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "E2E-06")]
    [Trait("Scenario", "CCR-60")]
    public async Task Of_thirty_essays_twelve_are_paid_and_a_higher_budget_pays_the_other_eighteen()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers, task: "essay_feedback");
        // A call holds at most .0118 and costs .0075: the thirteenth does not fit.
        var budget = await school.BudgetAsync("workspace", school.Id, 0.098m);
        await world.SetAsync(
            providers[0],
            new
            {
                answer = "ok",
                content = "feedback",
                usage = new { input_tokens = 1000, output_tokens = 500 },
            }
        );
        await using var feedback = await FeedbackUnderTest.StartAsync(
            builder => builder.Configuration.AddInMemoryCollection([new("Feedback:Parallelism", "1")]),
            school.Id["org:".Length..]
        );
        Forward(feedback, school);
        var command = feedback.Command([.. Enumerable.Repeat("Tove Hallgren\n\nDet regnade, och Priya Ramans hund var våt.", 30)]);

        await feedback.RunAsync(command, async () => await feedback.StateAsync(command) == "parked");

        var parked = (await feedback.FactsAsync<BatchPhaseParked>(command.BatchId)).ShouldHaveSingleItem();
        (parked.Reason, parked.BudgetId, parked.MissingEssayIds.Count).ShouldBe(("budget_exceeded", budget, 18));
        (await world.CallsAsync(providers[0])).ShouldBe(12);
        (await FactsAsync<LlmBudgetThresholdReached>(fact => fact.BudgetId == budget && fact.Threshold == "exceeded")).Count.ShouldBe(1);

        await RaiseAsync(school, budget);
        await feedback.FeedAsync(
            (await FactsAsync<LlmBudgetChanged>(fact => fact.BudgetId == budget && fact.PeriodKey is not null)).Single()
        );
        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command));

        (await feedback.FactsAsync<BatchPhaseResumed>(command.BatchId))
            .ShouldHaveSingleItem()
            .MissingEssayIds.ShouldBe(parked.MissingEssayIds);
        (await feedback.FactsAsync<BatchPhaseCompleted>(command.BatchId)).ShouldHaveSingleItem().ProcessedEssays.Count.ShouldBe(30);
        (await world.CallsAsync(providers[0])).ShouldBe(30);
        (await school.LedgerAsync()).Count.ShouldBe(30);
        (await school.MetersAsync(budget)).ShouldBe(["0.225/0"]);
        (await world.HasHeardAsync(providers[0], "Tove", "Hallgren", "Priya", "Raman")).ShouldBeFalse();
        (await world.HasHeardAsync(providers[0], "Det regnade")).ShouldBeTrue("the canary itself is seen");
    }

    // The gateway is another process: what Feedback says to it goes there as it is.
    static void Forward(FeedbackUnderTest feedback, CallingSchool school) =>
        feedback.Service.Others.On(
            HttpMethod.Post,
            "/v1/llm/completions",
            async request =>
            {
                var body = await request.Content!.ReadAsByteArrayAsync();
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
                return await school.Teacher.PostAsync("/v1/llm/completions", content);
            }
        );

    async Task RaiseAsync(CallingSchool school, Guid budget)
    {
        var period = (await world.TextsAsync("select period_key from budget_periods where budget_id = $1", budget)).ShouldHaveSingleItem();
        await school
            .Admin.PostAsJsonAsync(
                $"/v1/budgets/{budget}/override",
                new
                {
                    period_key = period,
                    limit_amount = 1m,
                    reason = "The class is to be finished.",
                },
                Ending
            )
            .ShouldBeOkAsync();
    }

    async Task<List<T>> FactsAsync<T>(Func<T, bool> isMeant)
        where T : class, IFact
    {
        await world.Service.DrainAsync();
        return [.. (await world.Service.Log.FactsAsync<T>()).Select(fact => fact.Data).Where(isMeant)];
    }
}
