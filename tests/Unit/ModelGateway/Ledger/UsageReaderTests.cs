using Phase1.ModelGateway.Ledger;

namespace Phase1.Unit.Tests.ModelGateway.Ledger;

public sealed class UsageReaderTests
{
    const int Context = 8000;

    static readonly UsageReader Reader = new();

    [Fact]
    [Trait("Scenario", "CCR-29")]
    public void What_is_reported_stands_against_any_estimate() =>
        Reader.Read(new(1200, 300), sentCharacters: 20_000, answeredCharacters: 8, Context).ShouldBe(new(1200, 300));

    [Theory]
    [Trait("Scenario", "COST-23")]
    [Trait("Scenario", "CCR-30")]
    [InlineData(400, 40, 100, 10)]
    [InlineData(401, 1, 101, 1)]
    [InlineData(0, 0, 0, 0)]
    public void What_is_not_reported_is_estimated_from_above(int sent, int answered, long input, long output) =>
        Reader.Read(default, sent, answered, Context).ShouldBe(new(input, output, IsEstimated: true));

    [Theory]
    [InlineData(-1L)]
    [InlineData(8001L)]
    [InlineData(long.MaxValue)]
    public void What_cannot_be_is_estimated(long reported) =>
        Reader.Read(new(reported, 5), 400, 40, Context).ShouldBe(new(100, 5, IsEstimated: true));
}
