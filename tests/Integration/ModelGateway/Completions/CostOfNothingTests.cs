using Microsoft.Extensions.DependencyInjection;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Prices;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>A build that has forgotten what calls cost: the database takes no zero without a reason, and prices give none.</summary>
public sealed class CostOfNothingTests(CostOfNothingTests.ForgetfulWorld world) : IClassFixture<CostOfNothingTests.ForgetfulWorld>
{
    [Fact]
    [Trait("Scenario", "COST-64")]
    public async Task Books_nothing_and_answers_nobody()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);

        await school.AskAsync(school.Call()).ShouldFailAsync(500, "PROCESSING_ERROR");

        (await world.CallsAsync(providers[0])).ShouldBe(1);
        (await school.LedgerAsync()).ShouldBeEmpty();
        // The sweeper finds it, and cannot book it either: somebody looks.
        (await school.OpenAsync()).Count.ShouldBe(1);
    }

    public sealed class ForgetfulWorld : CallWorld
    {
        private protected override void Change(IServiceCollection services) => services.AddSingleton<ICostCalculator, NoCalculator>();
    }

    sealed class NoCalculator : ICostCalculator
    {
        public Cost Of(TokenUsage usage, PriceQuote quote) => default;
    }
}
