using Phase1.Text;

namespace Phase1.Unit.Tests.Text;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh")]
    [InlineData("\uFEFFT\u200Bo\u00ADv\u2060e\u202E\0\u0007", "Tove")]
    [InlineData("Ma\u030Ans", "Måns")]
    [InlineData("e\u200B\u0301", "é")]
    [InlineData("  Tove \u00A0 Hallgren \u2003\n  x ", "Tove Hallgren\nx")]
    [InlineData("\tNamn \t\u00A0 Tove Hallgren\t\t9C \t\n\t x ", "Namn\tTove Hallgren\t9C\nx")]
    [InlineData("Siri\u2011Lo \u2013 \u2212", "Siri-Lo - -")]
    [InlineData("O\u2019Dell O\u02BCDell O\u00B4Dell O`Dell", "O'Dell O'Dell O'Dell O'Dell")]
    [InlineData("", "")]
    [InlineData("a\n\n\nb", "a\n\n\nb")]
    public void A_text_has_one_normalised_form(string text, string expected)
    {
        TextNormalizer.Normalize(text).ShouldBe(expected);
        TextNormalizer.Normalize(expected).ShouldBe(expected);
    }

    [Fact]
    public void Tokens_stand_between_blanks_and_hyphens() =>
        TextNormalizer.Tokens("siri-lo wikander-").ShouldBe(["siri", "lo", "wikander"]);
}
