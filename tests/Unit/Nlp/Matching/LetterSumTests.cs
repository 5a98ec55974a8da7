using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

public sealed class LetterSumTests
{
    [Theory]
    [InlineData("Tove Hallgren", "hallgren, TOVE")]
    [InlineData("Örjan Fägersköld", "  fägersköld-örjan. ")]
    [InlineData("Rowan O'Dell", "rowan odell")]
    [InlineData("ÿ", "ÿ")]
    [InlineData("qv24117", "QV24117")]
    public void The_same_letters_have_the_same_sum(string one, string other) => LetterSum.Of(one).ShouldBe(LetterSum.Of(other));

    [Theory]
    [InlineData("Tove Hallgren", "Tove Halgren")]
    [InlineData("Orjan", "Örjan")]
    [InlineData("qv24117", "qv24118")]
    public void Other_letters_have_another(string one, string other) => LetterSum.Of(one).ShouldNotBe(LetterSum.Of(other));

    [Theory]
    [InlineData("Groß")]
    [InlineData("To\u00ADve")]
    [InlineData("Ｔove")]
    [InlineData("A\u030Asa")]
    [InlineData("Łucja")]
    [InlineData("王小明")]
    public void What_may_be_compared_as_something_else_has_none(string text) => LetterSum.Of(text).ShouldBe(-1);
}
