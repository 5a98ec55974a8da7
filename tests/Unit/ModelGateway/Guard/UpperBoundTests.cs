using Phase1.ModelGateway.Guard;

namespace Phase1.Unit.Tests.ModelGateway.Guard;

public sealed class UpperBoundTests
{
    [Theory]
    [InlineData("", 16)]
    [InlineData("a", 17)]
    [InlineData("ab", 17)]
    [InlineData("abc", 18)]
    [InlineData("åäö", 19)]
    public void A_message_is_half_its_bytes_and_sixteen(string message, long tokens) =>
        UpperBound.EstimateInput([message], bytesPerToken: 2).ShouldBe(tokens);

    [Fact]
    public void Messages_are_counted_together() => UpperBound.EstimateInput(["abc", "d"], bytesPerToken: 2).ShouldBe(2 + 2 * 16);

    [Fact]
    public void Tokens_are_what_is_sent_and_what_may_be_answered() => new UpperBound(100, 900, default).Tokens.ShouldBe(1000);
}
