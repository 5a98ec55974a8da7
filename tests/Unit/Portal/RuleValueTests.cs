using Phase1.Portal.School;
using Phase1.Portal.Words;

namespace Phase1.Unit.Tests.Portal;

public sealed class RuleValueTests
{
    [Theory]
    [InlineData("1.00:00:00", "1 dag", "1 day")]
    [InlineData("400.00:00:00", "400 dagar", "400 days")]
    [InlineData("04:00:00, 01:00:00", "4 timmar, 1 timme", "4 hours, 1 hour")]
    [InlineData("1.12:00:00", "36 timmar", "36 hours")]
    [InlineData("00:00:30", "00:00:30", "00:00:30")]
    [InlineData("100", "100", "100")]
    [InlineData("0.85", "0.85", "0.85")]
    public void Lengths_of_time_are_said_in_words(string value, string swedish, string english)
    {
        RuleValue.Of(value, Languages.WordsOf("sv")).ShouldBe(swedish);
        RuleValue.Of(value, Languages.WordsOf("en")).ShouldBe(english);
    }
}
