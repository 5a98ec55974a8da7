using System.Globalization;
using Phase1.ModelGateway.Prices;

namespace Phase1.Unit.Tests.ModelGateway.Prices;

public sealed class PriceUnitTests
{
    [Theory]
    [Trait("Scenario", "COST-20")]
    [InlineData("0.0025", nameof(PriceUnit.ThousandTokens), nameof(PriceUnit.MillionTokens), "2.5")]
    [InlineData("2.5", nameof(PriceUnit.MillionTokens), nameof(PriceUnit.Token), "0.0000025")]
    [InlineData("0.0000025", nameof(PriceUnit.Token), nameof(PriceUnit.ThousandTokens), "0.0025")]
    [InlineData("0.5", nameof(PriceUnit.Request), nameof(PriceUnit.Request), "0.5")]
    public void A_price_is_the_same_in_another_unit(string price, string from, string to, string expected) =>
        PriceUnits.Convert(Number(price), Enum.Parse<PriceUnit>(from), Enum.Parse<PriceUnit>(to)).ShouldBe(Number(expected));

    [Fact]
    public void Tokens_and_requests_have_no_common_price() =>
        Should.Throw<ArgumentException>(() => PriceUnits.Convert(1, PriceUnit.Token, PriceUnit.Request));

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
