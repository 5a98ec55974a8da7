namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>An installation that pays for nothing, and says so.</summary>
public sealed class UntrackedCallTests(UntrackedCallTests.UntrackedWorld world) : IClassFixture<UntrackedCallTests.UntrackedWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "COST-02")]
    public async Task A_call_is_made_nothing_is_booked_and_nobody_may_have_a_budget()
    {
        var school = await world.SchoolAsync(world.Providers(1));

        var answer = await school.AnswerAsync(school.Call());

        ((string?)answer["tracking"], answer["cost"]).ShouldBe(("off", null));
        answer["usage"]!["input_tokens"]!.GetValue<long>().ShouldBeGreaterThan(0);
        (await school.LedgerAsync()).ShouldBeEmpty();
        (await school.OpenAsync()).ShouldBeEmpty();
        (await world.Service.As(null).GetStringAsync("/readyz", Ending)).ShouldContain("\"degraded\"");
        await school.BudgetAsync("workspace", school.Id, 10);
        await school.AskAsync(school.Call()).ShouldFailAsync(503, "COST_TRACKING_OFF");
    }

    public sealed class UntrackedWorld : CallWorld
    {
        private protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings => [new("Costs:Tracking", "off")];
    }
}
