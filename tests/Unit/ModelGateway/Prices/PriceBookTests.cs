using Phase1.ModelGateway.Completions;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;

namespace Phase1.Unit.Tests.ModelGateway.Prices;

public sealed class PriceBookTests
{
    const string School = "org:school";

    static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    static readonly LanguageModel Model = new()
    {
        ModelId = "north/mid",
        Provider = "north",
        WireName = "mid",
        Tier = Tier.Standard,
    };

    [Fact]
    [Trait("Scenario", "COST-05")]
    public void A_stored_price_is_the_price()
    {
        var quote = Quote([Price(PriceDirection.Input, 0.0025m), Price(PriceDirection.Output, 0.01m)]);

        quote.Source.ShouldBe(PricingSource.Database);
        new CostCalculator().Of(new(1000, 500), quote).ShouldBe(new Cost(0.0025m, 0.005m, 0));
    }

    [Fact]
    [Trait("Scenario", "COST-14")]
    public void Each_level_is_looked_at_in_turn_and_says_so()
    {
        Price[] common = [Price(PriceDirection.Input, 2), Price(PriceDirection.Output, 2)];
        Price[] contract = [Price(PriceDirection.Input, 1, School), Price(PriceDirection.Output, 1, School)];

        Quote([.. common, .. contract])
            .ShouldSatisfyAllConditions(quote => quote.Source.ShouldBe(PricingSource.Contract), quote => quote.Input.Amount.ShouldBe(1));
        Quote([.. common, .. contract], "org:other")
            .ShouldSatisfyAllConditions(quote => quote.Source.ShouldBe(PricingSource.Database), quote => quote.Input.Amount.ShouldBe(2));
        Quote(
            [],
            model: new LanguageModel
            {
                ModelId = "local/default",
                Provider = "local",
                WireName = "default",
                Tier = Tier.Local,
            }
        )
            .Source.ShouldBe(PricingSource.Catalogue);
        Quote([]).Source.ShouldBe(PricingSource.Default);
    }

    [Fact]
    [Trait("Scenario", "COST-15")]
    public void A_model_that_nobody_has_priced_is_dear()
    {
        var quote = Quote([]);

        quote.Input.ShouldBe(new UnitPrice(0.01m, PriceUnit.ThousandTokens));
        quote.Output.ShouldBe(new UnitPrice(0.02m, PriceUnit.ThousandTokens));
        quote.Currency.ShouldBe("SEK");
    }

    [Fact]
    [Trait("Scenario", "COST-16")]
    public void A_call_keeps_the_price_of_its_admission()
    {
        Price[] prices =
        [
            Price(PriceDirection.Input, 1, until: Noon),
            Price(PriceDirection.Output, 1, until: Noon),
            Price(PriceDirection.Input, 9, from: Noon),
            Price(PriceDirection.Output, 9, from: Noon),
        ];

        Quote(prices, at: Noon.AddTicks(-1)).Input.Amount.ShouldBe(1);
        Quote(prices, at: Noon).Input.Amount.ShouldBe(9);
        Quote(prices, at: Noon).PriceIds.ShouldBe([prices[2].PriceId, prices[3].PriceId]);
    }

    [Fact]
    [Trait("Scenario", "COST-08")]
    public void A_model_that_is_paid_by_the_request_has_no_price_of_tokens()
    {
        var quote = Quote([Price(PriceDirection.Request, 0.5m)]);

        new CostCalculator().Of(new(1000, 500), quote).ShouldBe(new Cost(0, 0, 0.5m));
    }

    [Fact]
    public void A_direction_that_was_forgotten_is_dear() =>
        Quote([Price(PriceDirection.Input, 0.0001m)]).Output.ShouldBe(new UnitPrice(0.02m, PriceUnit.ThousandTokens));

    static PriceQuote Quote(Price[] prices, string school = School, LanguageModel? model = null, DateTimeOffset? at = null) =>
        new PriceBook(new CostOptions()).QuoteOf(prices, school, "SEK", model ?? Model, at ?? Noon);

    static Price Price(
        PriceDirection direction,
        decimal amount,
        string? school = null,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null
    ) =>
        new()
        {
            PriceId = Guid.CreateVersion7(Noon),
            WorkspaceId = school,
            Provider = "north",
            Model = Model.ModelId,
            Direction = direction,
            Unit = direction == PriceDirection.Request ? PriceUnit.Request : PriceUnit.ThousandTokens,
            Amount = amount,
            Currency = "SEK",
            EffectiveFrom = from ?? Noon.AddDays(-1),
            EffectiveUntil = until,
            CreatedBy = "operator",
        };
}
