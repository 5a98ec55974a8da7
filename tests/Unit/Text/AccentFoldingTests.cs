using Phase1.Text;

namespace Phase1.Unit.Tests.Text;

/// <summary>Which marks a name may lose and still be that name.</summary>
public sealed class AccentFoldingTests
{
    [Theory]
    [InlineData("örjan fägersköld", "orjan fagerskold")]
    [InlineData("ærø œuvre łódź đặng ðór þór ħamrun ŧ ɓala ɗan ƙofa", "aero oeuvre lodz dang dor thor hamrun t bala dan kofa")]
    [InlineData("νίκος ᾳ йов", "νικος α иов")]
    [InlineData("מֹשֶׁה", "משה")]
    [InlineData("مُحَمَّد أحمد على کریم", "محمد احمد علي كريم")]
    [InlineData("tove", "tove")]
    public void Accents_points_and_short_vowels_go(string text, string expected) => TextNormalizer.Fold(text).ShouldBe(expected);

    [Theory]
    [InlineData("रामी")]
    [InlineData("தமிழ்")]
    [InlineData("นิด")]
    [InlineData("がぱ")]
    [InlineData("김민준")]
    public void A_mark_that_makes_another_name_stays(string text) => TextNormalizer.Fold(text).ShouldBe(text);

    [Fact]
    public void A_letter_folds_the_same_alone_and_in_a_text_with_marks()
    {
        for (var letter = '\u0080'; letter < '\u0300'; letter++)
        {
            TextNormalizer.Fold($"{letter}a").ShouldBe(TextNormalizer.Fold($"{letter}a\u0301"), $"U+{(int)letter:X4}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(129)]
    [InlineData(5_000)]
    public void Letters_that_become_two_do_so_in_texts_of_any_length(int length) =>
        TextNormalizer.Fold(new string('æ', length)).ShouldBe(string.Concat(Enumerable.Repeat("ae", length)));
}
