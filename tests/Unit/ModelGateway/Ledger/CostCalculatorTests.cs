using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Prices;
using Phase1.Unit.Tests.Nlp.Matching;

namespace Phase1.Unit.Tests.ModelGateway.Ledger;

public sealed class CostCalculatorTests
{
    static readonly CostCalculator Calculator = new();

    [Theory]
    [Trait("Scenario", "COST-06")]
    [InlineData("0.0025", "0.01", 1000, 500, "0.0025", "0.005", "0.0075")]
    [InlineData("0.00015", "0.0006", 1000, 500, "0.00015", "0.0003", "0.00045")]
    [InlineData("0.00015", "0.0006", 1_000_000, 1_000_000, "0.15", "0.6", "0.75")]
    [InlineData("0.0015", "0.002", 1000, 500, "0.0015", "0.001", "0.0025")]
    [InlineData("0.00025", "0.00125", 1200, 600, "0.0003", "0.00075", "0.00105")]
    [InlineData("0.000075", "0.0003", 800, 400, "0.00006", "0.00012", "0.00018")]
    [InlineData("0.000075", "0.0003", 5, 0, "0.000000375", "0", "0.000000375")]
    [InlineData("0.000075", "0.0003", 10, 0, "0.00000075", "0", "0.00000075")]
    [InlineData("0.001", "0.002", 1000, 1000, "0.001", "0.002", "0.003")]
    [InlineData("0.005", "0.015", 1000, 1000, "0.005", "0.015", "0.02")]
    [InlineData("0.01", "0.03", 1000, 1000, "0.01", "0.03", "0.04")]
    [InlineData("0.0025", "0.01", 10_000_000, 5_000_000, "25", "50", "75")]
    public void Golden_prices_cost_what_they_should(
        string perInput,
        string perOutput,
        long sent,
        long answered,
        string input,
        string output,
        string total
    )
    {
        var cost = Calculator.Of(new(sent, answered), Per(PriceUnit.ThousandTokens, Number(perInput), Number(perOutput)));

        cost.ShouldBe(new Cost(Number(input), Number(output), 0));
        cost.Total.ShouldBe(Number(total));
    }

    [Theory]
    [Trait("Scenario", "COST-07")]
    [InlineData("0.0000025", nameof(PriceUnit.Token))]
    [InlineData("0.0025", nameof(PriceUnit.ThousandTokens))]
    [InlineData("2.5", nameof(PriceUnit.MillionTokens))]
    public void One_price_in_three_units_is_one_cost(string price, string unit) =>
        Calculator.Of(new(1234, 0), Per(Enum.Parse<PriceUnit>(unit), Number(price), 0)).Total.ShouldBe(0.003085m);

    [Fact]
    [Trait("Scenario", "COST-08")]
    public void A_request_costs_its_price_whatever_it_holds()
    {
        var quote = PriceQuote.Free with { Request = new(0.25m, PriceUnit.Request) };

        Enumerable.Range(1, 7).Sum(call => Calculator.Of(new(call * 1000, call), quote).Total).ShouldBe(7 * 0.25m);
    }

    [Fact]
    [Trait("Scenario", "COST-09")]
    public void The_parts_sum_to_the_total_and_each_is_its_exact_amount_rounded()
    {
        var price = Gen.Choose(0, int.MaxValue).Select(digits => digits / 1_000_000_0000m);
        var unit = Gen.Elements(PriceUnit.Token, PriceUnit.ThousandTokens, PriceUnit.MillionTokens);
        var call =
            from input in price
            from output in price
            from per in unit
            from sent in Gen.Choose(0, 10_000_000)
            from answered in Gen.Choose(0, 10_000_000)
            select (Usage: new TokenUsage(sent, answered), Quote: Per(per, input, output));
        Prop.ForAll(
                call.ToArbitrary(),
                given =>
                {
                    var cost = Calculator.Of(given.Usage, given.Quote);
                    return cost.Total == cost.Input + cost.Output + cost.Request
                        && IsNear(cost.Input, given.Usage.InputTokens, given.Quote.Input)
                        && IsNear(cost.Output, given.Usage.OutputTokens, given.Quote.Output);
                }
            )
            .Check(Effort.Of(300));

        static bool IsNear(decimal part, long tokens, UnitPrice price) =>
            Math.Abs(part * price.Unit.Size() - tokens * price.Amount) <= 0.0000000001m * price.Unit.Size()
            && (part > 0) == (tokens * price.Amount > 0);
    }

    [Theory]
    [Trait("Scenario", "COST-10")]
    [InlineData(1000, 0, "0.0025", "0", null)]
    [InlineData(0, 500, "0", "0.005", null)]
    [InlineData(0, 0, "0", "0", nameof(ZeroReason.NoUsage))]
    public void What_was_not_used_costs_nothing(long sent, long answered, string input, string output, string? why)
    {
        var usage = new TokenUsage(sent, answered);
        var quote = Per(PriceUnit.ThousandTokens, 0.0025m, 0.01m);

        Calculator.Of(usage, quote).ShouldBe(new Cost(Number(input), Number(output), 0));
        (CostCalculator.WhyZero(usage, quote)?.ToString()).ShouldBe(why);
    }

    [Fact]
    public void A_free_model_says_that_it_is_free()
    {
        var usage = new TokenUsage(1000, 10);

        CostCalculator.WhyZero(usage, PriceQuote.Free).ShouldBe(ZeroReason.FreeModel);
    }

    [Theory]
    [Trait("Scenario", "COST-11")]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void A_negative_count_has_no_cost(long sent, long answered) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calculator.Of(new(sent, answered), PriceQuote.Free));

    [Fact]
    [Trait("Scenario", "COST-13")]
    public void The_largest_counts_do_not_overflow() =>
        Calculator
            .Of(new(1_000_000_000_000_000_000, 1_000_000_000_000_000_000), Per(PriceUnit.ThousandTokens, 1_000_000.0025m, 0.01m))
            .Input.ShouldBe(1_000_000_002_500_000_000_000m);

    [Fact]
    [Trait("Scenario", "COST-21")]
    public void The_same_is_always_the_same() =>
        Enumerable
            .Range(0, 100)
            .Select(_ => Calculator.Of(new(1237, 411), Per(PriceUnit.MillionTokens, 3.1m, 15.7m)))
            .Distinct()
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("0.00000000005", "0.0000000001")]
    [InlineData("0.00000000015", "0.0000000002")]
    [InlineData("0.00000000025", "0.0000000003")]
    [InlineData("0.00000000001", "0.0000000001")]
    public void A_half_is_rounded_away_from_zero_and_a_little_is_never_nothing(string price, string cost) =>
        Calculator.Of(new(1, 0), Per(PriceUnit.Token, Number(price), 0)).Total.ShouldBe(Number(cost));

    [Fact]
    public void An_unknown_unit_has_no_cost() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calculator.Of(new(1, 0), Per((PriceUnit)99, 1, 1)));

    static PriceQuote Per(PriceUnit unit, decimal input, decimal output) =>
        PriceQuote.Free with
        {
            Input = new(input, unit),
            Output = new(output, unit),
        };

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
