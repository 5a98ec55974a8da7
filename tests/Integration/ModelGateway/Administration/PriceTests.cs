using System.Net.Http.Json;
using Phase1.Integration.Tests.ModelGateway.Completions;

namespace Phase1.Integration.Tests.ModelGateway.Administration;

/// <summary>What models cost, as operators set it and schools compare it.</summary>
public sealed class PriceTests(CallWorld world) : IClassFixture<CallWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    HttpClient Operator => world.Service.As("operator", "operator");

    [Fact]
    [Trait("Scenario", "COST-16")]
    [Trait("Scenario", "COST-17")]
    public async Task A_new_price_holds_for_the_next_call_and_the_old_one_is_closed()
    {
        var providers = world.Providers(1);
        var model = CallWorld.ModelOf(providers[0]);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { usage = new { input_tokens = 1000, output_tokens = 0 } });
        await school.AnswerAsync(school.Call());
        world.Service.Advance(TimeSpan.FromSeconds(1));

        await PriceAsync(model, "input", "token", 1).ShouldBeOkAsync();
        await school.AnswerAsync(school.Call());

        (await school.LedgerAsync()).ShouldBe([$"{model} 1000+0 0.0025 completed", $"{model} 1000+0 1000 completed"]);
        (
            await world.TextsAsync(
                "select (effective_until is null)::text from llm_prices where model = $1 and direction = 'input' order by effective_from",
                model
            )
        ).ShouldBe(["false", "true"]);
        await PriceAsync(model, "input", "token", 2, world.Service.Clock.GetUtcNow()).ShouldFailAsync(409, "INVALID_STATE");
    }

    [Theory]
    [Trait("Scenario", "COST-18")]
    [InlineData("input", "token", -1, 400, "VALIDATION_ERROR")]
    [InlineData("input", "dozen", 1, 400, "VALIDATION_ERROR")]
    [InlineData("input", "request", 1, 400, "VALIDATION_ERROR")]
    public async Task A_price_that_makes_no_sense_is_refused(string direction, string unit, int price, int status, string code) =>
        await PriceAsync("p1/mid", direction, unit, price).ShouldFailAsync(status, code);

    [Fact]
    [Trait("Scenario", "COST-20")]
    public async Task Models_are_compared_by_what_a_call_costs()
    {
        var providers = world.Providers(3);
        var prices = new[] { (0.01m, 0.03m), (0.001m, 0.002m), (0.005m, 0.015m) };
        world.Service.Advance(TimeSpan.FromSeconds(1));
        foreach (var (provider, (input, output)) in providers.Zip(prices))
        {
            await PriceAsync(CallWorld.ModelOf(provider), "input", "1k_tokens", input).ShouldBeOkAsync();
            await PriceAsync(CallWorld.ModelOf(provider), "output", "1m_tokens", output * 1000).ShouldBeOkAsync();
        }

        var compared = (await Operator.GetAsync("/v1/prices/compare?input=1000&output=1000", Ending).ShouldBeOkAsync()).AsArray();

        compared
            .Where(line => providers.Contains(((string)line!["model"]!).Split('/')[0]))
            .Select(line => line!["cost"]!.GetValue<decimal>())
            .ShouldBe([0.003m, 0.02m, 0.04m]);
    }

    Task<HttpResponseMessage> PriceAsync(string model, string direction, string unit, decimal price, DateTimeOffset? from = null) =>
        Operator.PutAsJsonAsync(
            "/v1/prices",
            new
            {
                model,
                direction,
                unit,
                price,
                currency = "SEK",
                effective_from = from,
            },
            Ending
        );
}
